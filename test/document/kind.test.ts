import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/document/parse.js';

function kindOf(title: string): string | null {
  const [stated, shown] = [`---\ntitle: ${title}\n---\n\n正文。\n`, `# ${title}\n\n正文。\n`];
  const kind = parseDocument(stated, { path: 'x.md' }).kind;
  expect(parseDocument(shown, { path: 'x.md' }).kind).toBe(kind);
  return kind;
}

describe('the kind a title shows', () => {
  it.each([
    ['《云溪市养犬管理条例》解读方案', 'interpretation-plan'],
    ['《云溪市养犬管理条例》解读方案（送审稿）', 'interpretation-plan'],
    ['《云溪市养犬管理条例》政策解读工作实施方案', 'interpretation-plan'],
    ['政策文件解读方案审批表', 'interpretation-plan'],
    ['云溪市政策解读工作实施方案', 'policy'],
    ['《云溪市养犬管理条例》政策说明会方案', 'meeting-plan'],
    ['云溪市养犬管理条例说明会实施方案（草案）', 'meeting-plan'],
    ['《云溪市养犬管理条例》新闻发布会活动安排', 'meeting-plan'],
    ['《云溪市养犬管理条例》政策吹风会发布稿', 'briefing'],
    ['在《云溪市养犬管理条例》新闻发布会上的发布词', 'briefing'],
    ['关于召开《云溪市养犬管理条例》政策吹风会的通知', 'policy'],
    ['云溪市人民政府办公室关于建立政策例行吹风会机制的实施方案的通知', 'policy'],
    ['《云溪市政策吹风会办法》解读', 'interpretation'],
    ['《云溪市解读方案编制办法》政策解读', 'interpretation'],
  ])('%s: %s', (title, kind) => {
    expect(kindOf(title)).toBe(kind);
  });
});

describe('the kind a text shows', () => {
  it.each([
    ['meeting-plan', '会议主题：老旧电梯更新\n\n会议时间：6月12日\n\n会议地点：三楼\n'],
    ['interpretation-plan', '一、解读重点\n\n补助的条件。\n\n二、解读形式\n\n图解。\n'],
    ['briefing', '女士们、先生们，欢迎出席今天的政策吹风会。\n'],
    ['interpretation', '现就有关内容解读如下：本次会议时间不作要求。\n'],
  ])('%s', (kind, text) => {
    expect(parseDocument(text, { path: 'x.md' }).kind).toBe(kind);
  });
});
