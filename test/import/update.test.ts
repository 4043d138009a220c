import { describe, expect, it } from 'vitest';
import { updatedText } from '../../src/import/update.js';

const fresh = (front: string, body = '新的正文。') => `---\n${front}\n---\n\n${body}\n`;

describe('updating a file that was imported before', () => {
  it.each([
    [
      'what was checked stays',
      '文号: 云政办〔2024〕3号',
      '文号: 云政办〔2023〕9号 # 推测：取自文头，请核对',
      '文号: 云政办〔2024〕3号',
    ],
    ['what was filled in stays', '解读单位: 市水务局', '解读单位: # 没有找到，请填写', '解读单位: 市水务局'],
    [
      'a guess is made anew',
      '标题: 旧题 # 推测：取自标题，请核对',
      '标题: 新题 # 推测：取自标题，请核对',
      '标题: 新题 # 推测：取自标题，请核对',
    ],
    [
      'what stood empty takes a guess',
      '文号: # 没有找到，请填写',
      '文号: 云政办〔2024〕3号 # 推测：取自文头，请核对',
      '文号: 云政办〔2024〕3号 # 推测：取自文头，请核对',
    ],
    [
      'a guess that is no longer made goes',
      '发文机关: 甲 # 推测：取自落款，请核对',
      '标题: 题 # 推测：取自标题，请核对',
      '标题: 题 # 推测：取自标题，请核对',
    ],
    ['a key of people’s own stays', '经办: 张三', '标题: 题', '经办: 张三\n标题: 题'],
    [
      'a list over several lines stays',
      '解读材料:\n  - a.md\n  - b.md',
      '解读材料: [c.md] # 推测：取自一起导入的文件，请核对',
      '解读材料:\n  - a.md\n  - b.md',
    ],
    ['remarks stay', '# 待审\n标题: 甲', '标题: 乙 # 推测：取自标题，请核对', '# 待审\n标题: 甲'],
    [
      'an English key is the Chinese one',
      'number: 云政办〔2024〕3号',
      '文号: 别号 # 推测：取自文头，请核对',
      'number: 云政办〔2024〕3号',
    ],
    [
      'guesses in English are guesses',
      'title: old # guessed from the title; check it',
      'title: new # guessed from the title; check it',
      'title: new # guessed from the title; check it',
    ],
  ])('%s', (_, before, now, after) => {
    expect(updatedText(`---\n${before}\n---\n\n旧的正文。\n`, fresh(now))).toBe(fresh(after));
  });

  it('takes line ends of Windows and a byte order mark', () => {
    expect(updatedText('\ufeff---\r\n文号: 甲\r\n---\r\n\r\n旧。\r\n', fresh('文号: # 没有找到，请填写'))).toBe(
      fresh('文号: 甲'),
    );
  });

  it('writes all anew where there is no front matter', () => {
    expect(updatedText('旧的正文。\n', fresh('标题: 题'))).toBe(fresh('标题: 题'));
  });
});
