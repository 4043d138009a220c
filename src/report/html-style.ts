/** The page's style: fonts that the reader's system has, colours beside words and never instead of them, and sheets of paper. */
export const HTML_STYLE = `
:root { color-scheme: light dark; --line: #d0d7de; --error: #b42318; --warning: #8a5a00; --soft: #59636e; }
@media (prefers-color-scheme: dark) { :root { --line: #3d444d; --error: #ff8a80; --warning: #f0c060; --soft: #9aa4af; } }
body { max-width: 64rem; margin: 2rem auto; padding: 0 1rem; line-height: 1.6;
  font-family: system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.25rem; margin-top: 2rem; } h3 { font-size: 1rem; margin-bottom: .4rem; overflow-wrap: anywhere; }
.sum { font-size: 1.1rem; font-weight: 600; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid var(--line); padding: .35rem .6rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
.n { white-space: nowrap; text-align: right; }
.level { white-space: nowrap; font-weight: 600; }
.error .level { color: var(--error); } .warning .level { color: var(--warning); }
td p { margin: 0; } dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 .6rem; margin: .3rem 0 0; color: var(--soft); font-size: .9rem; }
dd { margin: 0; } code { font-size: .85rem; } footer { margin-top: 2rem; color: var(--soft); }
@media print { :root { color-scheme: light; --line: #999; --error: #000; --warning: #000; --soft: #333; }
  body { max-width: none; margin: 0; font-size: 10pt; } thead { display: table-header-group; } tr { break-inside: avoid; } h2, h3 { break-after: avoid; } }
`;
