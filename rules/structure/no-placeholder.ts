import type { Unit } from '../../src/document/document.js';
import { defineRule, optionSchema } from '../rule.js';

interface Options {
  readonly terms: readonly string[];
}

/** What drafters leave standing for a text to come, and what programs leave for one they lost. Each pattern is linear: bounded repeats, one start. */
const NOTES: readonly RegExp[] = [
  // As the import writes a control of Word that nobody filled in.
  /【待填：[^【】\n]{1,200}】/g,
  // 待补充 closes its clause; 有待补充, 待补充材料后 and 待补贴 are ordinary words.
  /(?<![有亟尚仍还需急])待(?:[补補]充|填[写寫]|[补補]|填)(?:完善|内容|说明)?(?=[ 　]{0,4}(?:[^㐀-鿿々〇0-9０-９A-Za-zＡ-Ｚａ-ｚ《“‘\s]|$))/g,
  /[（(【[［][^（()）【】[\]［］\n]{0,12}(?<![有亟尚仍还需急])(?:待[定核]|待(?:完善|确定|明确|核实|更新)(?:后(?:补充|填写|更新|确定))?)[）)】\]］]/g,
  /[（(【[［]待[^（()）【】[\]［］\n]{1,16}后(?:补充|填写|核对|核实|确认|更新)[）)】\]］]/g,
  /^(?:此处|这里|本[段节])?待[^，。；、]{1,16}后(?:再|另行)?(?:补充|填写|更新|完善)[。.…]{0,2}$/g,
  /^(?:待定|待完善|待确定|待明确|待核实|(?:内容)?(?:正在)?(?:编写|更新|建设|整理)中(?:[，,](?:敬请期待|请稍[候后]))?|敬请期待)[。.！…]{0,2}$|^[（(【[［](?:配?图[片表]?|示意图)[）)】\]］]$|(?<=[：:][ 　]?)待(?:定|核实|确认)(?=[。；]?$)/g,
  /(?:内容|数[字据]|图[片表解]?|附件|链接|名单|文字|此[段处句])待(?:完善|核实|更新|上传|添加|确认|修改|核)(?![㐀-鿿])/g,
  /(?<![A-Za-z])(?:TODO|TBD|FIXME|Lorem ipsum)(?![A-Za-z])/gi,
  /[点单]击(?:此处)?(?:输入|添加|编辑)(?:文字|文本|标题|副标题|内容)|^请(?:输入|填写|补充)(?:主要|政策|正文|具体)?(?:文字|文本|标题|内容|背景|依据)$/g,
  /错误[！!] ?(?:未找到引用源|未定义书签)|Error! (?:Reference source|Bookmark) not (?:found|defined)|#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?)/g,
];

/** Blanks to fill in; the forms attached to a policy have them for those who apply. */
const BLANKS: readonly RegExp[] = [
  /(?:^|(?<=[：:][ 　]?))(?:暂缺|略|（略）|\(略\))[。.]?$/g,
  /[（(【[［＜](?:请填写|请补充|[请需]核[实对]|需补充|请(?:领导)?审定|此处填写)[^（()）【】[\]［］＞\n]{0,12}[）)】\]］＞]/g,
  // What one drafter asks of another: （此处请物业科补充）, 【数据请财政局提供】.
  /此处请[^，。；、]{1,12}(?:补充|填写|提供|完善|核实|核对|插图|配图)|[（(【[［][㐀-鿿]{0,6}[，,：:]?请(?![到向持与联])[㐀-鿿]{1,10}[科处股室局委办]长?(?:再|另行|进一步)?(?:补充|填写|提供|完善|核实|核对|审定|确认)(?:后[㐀-鿿]{2,6})?[）)】\]］]/g,
  /此处(?:填写|插入|补充|添加|输入|键入|省略)|请(?:在此|在这里)(?:填写|输入|补充)|[（(【[［](?:(?:此处|这里)[有放配附]图[片表]?|插入图[片表]?\d{0,2})[）)】\]］]/g,
  /(?<=[㐀-鿿，])[【｛{［[](?:单位|部门|机关|文件|政策|企业|项目)(?:名称|全称)[】｝}］\]]/g,
  /[XxＸ×]{2,4}(?=[ 　]?(?:年|月|日|[万亿]?元|[%％]|个工作日))|(?<!\d)(?:19|20)\d[XxＸ×](?=年)|(?<=[：:][ 　]?)(?:0\d{2,3}[-—－])?[XxＸ×]{2,11}(?=[。；]?$)/g,
  /[XxＸ×]{1,4}年[XxＸ×]{1,2}月(?:[XxＸ×]{1,2}日)?|(?<=年)[XxＸ×]{1,2}月(?:[XxＸ×]{1,2}日)?|(?<=\d月)[XxＸ×]{1,2}日/g,
  /(?:19|20)\d{2}年[ 　]{0,8}月[ 　]{0,8}日|[（(][ 　]{1,8}[）)](?=[万亿]?元|[%％]|年|个工作日)|(?<=\d月)[ 　]{1,8}日(?![均常])/g,
  /[○〇△]{1,4}年[○〇△]{1,2}月(?:[○〇△]{1,2}日)?|[○〇△]{1,2}月[○〇△]{1,2}日/g,
  /[〔［[](?:20)?[XxＸ×]{2,4}[〕］\]](?:第?[XxＸ×\d]{1,4}号)?/g,
  /[〔［[]20\d{2}[〕］\]][XxＸ×　 ]{0,4}号|[〔［[](?:20?\d?)?[ 　]{1,6}[〕］\]][ 　\d]{0,5}号|第(?:[Xx]{2,4}|[Ｘ×]{1,4})[条章款项]/g,
  // Where somebody signs, and in a sample of what a certificate says, it stays blank.
  /(?<!(?:签[名字章]|盖章|[A-Za-z]\.?)[）)]?[：: ]{0,2}[_＿]{0,40})[_＿]{3,40}(?![_＿]|[（(]?(?:签[名字章]|盖章)|[^。]{0,24}字样)/g,
  /[XxＸ×○〇△]{2,4}(?=[省市州县区乡镇]人民政府)|《[^《》XxＸ×]{0,20}[XxＸ×]{2,4}[^《》]{0,20}(?:办法|通知|意见|规定|方案|条例|细则|措施|规划)》/g,
];

/** A day to fill in, alone on its line; in a table it belongs to a form. */
const DAY = /^[ 　]{0,8}年[ 　]{1,8}月[ 　]{1,8}日$/g;

/** What the patterns' matches begin with or stand behind: most lines have none of it. */
const SIGN =
  /待[补補填定完确明核更]|[容字据图片表解件接单段处句]待|[（(【[［]待|略|暂缺|[写新设理]中|敬请期|[（(【[［＜][请需]|[（(【[［](?:此处|这里|插入|配?图|示意)|处[填插补添输键省请]|[㐀-鿿，,：:]请[㐀-鿿]{1,10}[科处股室局委办]|请[在输填补]|击此|击[输添编]|[XxＸ×]{2}|[XxＸ×][年条章款项]|[年月][XxＸ×]|[（(][ 　]|年[ 　]{0,8}月|月[ 　]|[○〇△][年月]|[○〇△]{2}|[〕］\]][XxＸ×　 号]|[〔［[][\d]{0,3}[ 　]|[_＿]{3}|[A-Za-z]{3}|错误[！!]|#[A-Z]|[名全]称[】｝}］\]]|后(?:再|另行)?[补填更完]/;

export const noPlaceholder = defineRule<Options>({
  id: 'structure/no-placeholder',
  kinds: 'any',
  demand: {
    'zh-CN': '正文里不留“待补充”“××年”之类的占位文字',
    en: 'No placeholder such as 待补充 or ××年 is left in the text',
  },
  severity: 'error',
  schema: optionSchema({
    terms: {
      type: 'array',
      items: { type: 'string', minLength: 1 },
      title: 'More placeholders, as the templates of an office have them',
      description: '本单位模板里另外的占位文字',
    },
  }),
  defaults: { terms: [] },
  messages: {
    placeholder: {
      what: { 'zh-CN': '留有占位文字“{text}”', en: 'A placeholder was left: "{text}"' },
      todo: { 'zh-CN': '请换成正式内容，没有内容就删去这一处', en: 'Put the real text in its place, or remove it' },
    },
  },
  check({ document, options, report }) {
    let patterns = [...NOTES, ...BLANKS];
    for (const unit of document.units) {
      if (isAttachment(unit)) patterns = [...NOTES];
      if (unit.type === 'code' || !(options.terms.length > 0 || SIGN.test(unit.text.text))) continue;
      let end = 0;
      const here = unit.type === 'cell' || patterns.length === NOTES.length ? patterns : [...patterns, DAY];
      for (const { start, text } of findIn(unit.text.text, here, options.terms)) {
        if (start < end) continue;
        end = start + text.length;
        report({ messageId: 'placeholder', at: unit.text.rangeOf(start, end), evidence: text, data: { text } });
      }
    }
  },
});

/** 附件2 alone on its line, or as a heading, opens an attachment; 附件：1.… only lists them. */
function isAttachment({ type, text }: Unit): boolean {
  return type === 'heading'
    ? /^附[件表录](?!：\S)/.test(text.text)
    : /^附[件表录][ 　]?[\d一二三四五六七八九十]{0,2}$/.test(text.text);
}

function findIn(
  line: string,
  patterns: readonly RegExp[],
  terms: readonly string[],
): { start: number; text: string }[] {
  const spoken = withoutQuotations(line);
  const found = patterns.flatMap((pattern) =>
    [...spoken.matchAll(pattern)].map((match) => ({ start: match.index, text: match[0] })),
  );
  for (const term of terms) {
    for (let at = line.indexOf(term); at >= 0; at = line.indexOf(term, at + term.length))
      found.push({ start: at, text: term });
  }
  return found.sort((a, b) => a.start - b.start || b.text.length - a.text.length);
}

/** Within “…” stands wording that is spoken of: a sample endorsement, a word not to be used. Every place stays what it is. */
function withoutQuotations(line: string): string {
  return line.replace(/“[^”]*/g, (quotation) => '“'.repeat(quotation.length));
}
