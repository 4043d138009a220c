-- What a drafter does in Neovim, written down step by step: TASK and REPORT are files of JSON.
local task = vim.fn.json_decode(vim.fn.readfile(vim.env.TASK))
local report = { messages = {} }
vim.notify = function(text) table.insert(report.messages, text) end

local function until_so(what, is_so)
  if not vim.wait(100000, is_so, 20) then error('waited in vain for ' .. what) end
end

local function codes()
  return vim.tbl_map(function(one) return one.code end, vim.diagnostic.get(0))
end

local function has(code)
  return vim.tbl_contains(codes(), code)
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
end

local function go_to(code)
  for _, one in ipairs(vim.diagnostic.get(0)) do
    if one.code == code then
      vim.api.nvim_win_set_cursor(0, { one.lnum + 1, one.col })
      return one
    end
  end
  error('no diagnostic of ' .. code)
end

-- Asks for code actions as a keystroke would, and picks by title from the menu that comes.
local function pick(pattern)
  local offered
  vim.ui.select = function(items, options, choose)
    offered = {}
    for _, item in ipairs(items) do
      local title = (options.format_item or tostring)(item)
      table.insert(offered, title)
      if title:find(pattern) then return choose(item, 1) end
    end
  end
  vim.lsp.buf.code_action()
  until_so('the menu', function() return offered ~= nil end)
  return offered
end

local steps = {
  open = function(step)
    vim.cmd('edit ' .. vim.fn.fnameescape(step.file))
    until_so('diagnostics', function() return #vim.diagnostic.get(0) > 0 end)
    report.opened = vim.tbl_map(function(one)
      return { code = one.code, line = one.lnum + 1, severity = one.severity, message = one.message }
    end, vim.diagnostic.get(0))
  end,
  act = function(step)
    go_to(step.code)
    local before = text()
    report[step.name] = { offered = pick(step.pattern) }
    until_so('the edit', function() return text() ~= before end)
    if step.gone then until_so(step.gone .. ' to go', function() return not has(step.gone) end) end
    if step.come then until_so(step.come .. ' to come', function() return has(step.come) end) end
    report[step.name].text = text()
    report[step.name].codes = codes()
  end,
  type = function(step)
    vim.api.nvim_buf_set_lines(0, step.line - 1, step.line, false, step.lines)
    if step.gone then until_so(step.gone .. ' to go', function() return not has(step.gone) end) end
    if step.come then until_so(step.come .. ' to come', function() return has(step.come) end) end
    report[step.name] = codes()
  end,
  -- A file changes that is not open.
  elsewhere = function(step)
    if step.lines then vim.fn.writefile(step.lines, step.file) else vim.fn.delete(step.file) end
    until_so(step.come .. ' to come', function() return has(step.come) end)
    report[step.name] = codes()
  end,
  hover = function(step)
    go_to(step.code)
    local answers = vim.lsp.buf_request_sync(0, 'textDocument/hover', vim.lsp.util.make_position_params(), 100000)
    for _, answer in pairs(answers) do report.hover = answer.result.contents.value end
  end,
  -- Asks at the end of a line that is there for the moment only.
  complete = function(step)
    local at = step.line - 1
    local old = vim.api.nvim_buf_get_lines(0, at, at + 1, false)
    vim.api.nvim_buf_set_lines(0, at, at + 1, false, { step.text })
    local place = { textDocument = vim.lsp.util.make_text_document_params() }
    place.position = { line = at, character = vim.str_utfindex(step.text) }
    local answers = vim.lsp.buf_request_sync(0, 'textDocument/completion', place, 100000)
    for _, answer in pairs(answers) do
      report[step.name] = vim.tbl_map(function(item) return item.label end, answer.result.items or answer.result)
    end
    vim.api.nvim_buf_set_lines(0, at, at + 1, false, old)
  end,
}

local fine, failure = xpcall(function()
  dofile(vim.env.SNIPPET)
  for _, step in ipairs(task) do steps[step.step](step) end
end, debug.traceback)
report.failure = not fine and failure or nil
vim.fn.writefile({ vim.fn.json_encode(report) }, vim.env.REPORT)
vim.cmd('qall!')
