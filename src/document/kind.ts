import type { Kind, KindReason, Unit } from './document.js';
import type { FrontMatter } from './front-matter.js';
import { kindOf } from './vocabulary.js';

/** A kind given by the config for the files a glob matches. */
export interface ConfiguredKind {
  readonly kind: Kind;
  readonly glob: string;
}

interface TitleSign {
  readonly kind: Kind;
  readonly pattern: RegExp;
  /** Only where the title names a paper in 《》: a plan for one policy, not the office's plan for the work as such. */
  readonly namesPaper?: true;
}

/** Titles, book titles in 《》 taken out, that tell the kind; the first that fits decides. */
const TITLES: readonly TitleSign[] = [
  { kind: 'interpretation-plan', pattern: /解读方案(?:审批表|报审表|表)?(?:[（(][^（()）]{1,12}[）)])?$/ },
  {
    kind: 'interpretation-plan',
    pattern: /解读(?:宣传|工作|实施){1,2}方案(?:[（(][^（()）]{1,12}[）)])?$/,
    namesPaper: true,
  },
  {
    kind: 'meeting-plan',
    pattern: /(?:说明会|解读会|发布会|吹风会)(?:会议|工作|活动|实施){0,2}(?:方案|安排)(?:[（(][^（()）]{1,12}[）)])?$/,
  },
  { kind: 'policy', pattern: /(?:解读|政务公开).{0,12}(?:通知|意见|办法|制度|规定|方案|(?<!解读)要点)$/ },
  { kind: 'policy', pattern: /(?:说明会|发布会|吹风会).{0,24}(?:通知|意见|办法|制度|规定|要点|机制|细则)$/ },
  { kind: 'briefing', pattern: /吹风会|(?:新闻)?发布会.{0,8}(?:发布[稿词]|发言|讲话|材料|实录)|发布[稿词]$/ },
  {
    kind: 'interpretation',
    pattern: /解读|图解|[读看]懂|问[与一二三四五六七八九十百]{0,3}答|答问|答疑|答记者问|小贴士|明白[卡纸]|政策说明/,
  },
  {
    kind: 'policy',
    pattern:
      /(?:通知|意见|办法|规定|细则|公告|通告|决定|方案|规划|条例|批复|命令|令|措施|计划|目录|清单|标准|准则|规则|纲要|政策|制度|决议|通报|预案|工作要点|[一二三\d]号文件)(?:[（(][^（()）]{1,12}[）)])?$/,
  },
];

/** Papers of an office's own running, which explain nothing and are not explained: meetings, appointments, holidays, tables of contents. */
const RUNNING =
  /(?:召开|举办|举行|参加).{1,60}(?:会议?|培训班?|讲座)的(?:预备)?通知$|(?:任免|任职|免职|放假|值班|休市)(?:安排|工作)?的(?:通知|公告|决定)$|^(?:总?目录|清单|名单)$/;

/** Phrases of the text that tell the kind where the title does not. */
const PHRASES: readonly { kind: Kind; pattern: RegExp }[] = [
  { kind: 'interpretation-plan', pattern: /解读重点[\s\S]{0,800}解读(?:形式|渠道)/ },
  { kind: 'meeting-plan', pattern: /会议(?:主题|议题)[\s\S]{0,600}会议(?:时间|地点)/ },
  {
    kind: 'interpretation',
    pattern:
      /(?:解读|说明|解答|答复)如下|(?:作|做|进行)了[^。，\n]{0,6}解读|(?:^|\n)(?:政策解读|解读(?:单位|机关)|[—-]{1,2}[^。\n]{1,60}(?:解读[^。\n]{0,8}|[读看]懂|问答|政策说明))(?:[：:\n]|$)/,
  },
  {
    kind: 'briefing',
    pattern:
      /(?:吹风会|新闻发布会)(?:现在)?开始|各位(?:媒体|记者)?(?:的)?朋友.{0,6}(?:上午|下午|大家)好|欢迎(?:参加|出席).{0,24}(?:吹风会|发布会)/,
  },
  // How papers are built says more than a word about interpretations, which policies ask for.
  {
    kind: 'policy',
    pattern:
      /(?:^|\n)第一条[　 ]|(?:^|\n)各[^。：:\n]{1,60}[：:](?:\n|$)|现(?:印发|公布)(?:给你们|如下|施行)|特此(?:公告|通告|通知)/,
  },
  { kind: 'policy', pattern: /^(?:[^\n]{0,60}\n){0,5}[〇々㐀-鿿]{2,14}[〔［[]\d{4}[〕］\]]第?\d{1,5}号(?:\n|$)/ },
  // Who sees to a task stands behind it only where tasks are given out.
  { kind: 'policy', pattern: /[（(][^（()）\n]{2,200}(?:按(?:各自)?职责(?:分工)?|分别|牵头)负责[）)]/ },
  { kind: 'interpretation', pattern: /政策解读|解读单位|解读机关/ },
  { kind: 'policy', pattern: /第一条[　 ]|[〔［[]\d{4}[〕］\]]\d{1,5}号[\s\S]{0,200}各[^。]{1,40}[：:]/ },
];

/**
 * What kind of paper a document is: its front matter says so, the config does, its title or its text shows it.
 * @param name of a text file, which is often its title
 * @returns null with reason `nothing` where nothing tells
 */
export function findKind(
  frontMatter: FrontMatter,
  configured: ConfiguredKind | undefined,
  title: string,
  units: readonly Unit[],
  name = '',
): { kind: Kind | null; kindReason: KindReason } {
  const written = frontMatter.data.kind;
  const stated = typeof written === 'string' ? kindOf(written) : undefined;
  if (stated) return { kind: stated, kindReason: { from: 'front-matter', evidence: String(written) } };
  if (configured) return { kind: configured.kind, kindReason: { from: 'config', evidence: configured.glob } };
  const byTitle = kindByTitle(title);
  if (RUNNING.test(title.replace(/\s+/g, ''))) return { kind: null, kindReason: { from: 'nothing', evidence: '' } };
  if (byTitle) return { kind: byTitle.kind, kindReason: { from: 'title', evidence: byTitle.evidence } };
  const byName = kindByTitle(name);
  if (byName) return { kind: byName.kind, kindReason: { from: 'name', evidence: byName.evidence } };
  const lead = units
    .slice(0, 40)
    .map((unit) => unit.text.text)
    .join('\n')
    .slice(0, 4000);
  const byText = firstMatch(PHRASES, lead) ?? questions(units);
  if (byText) return { kind: byText.kind, kindReason: { from: 'text', evidence: byText.evidence } };
  return { kind: null, kindReason: { from: 'nothing', evidence: '' } };
}

/** What a title says of its paper's kind, and the words that do; null where it says nothing. */
export function kindByTitle(title: string): { kind: Kind; evidence: string } | null {
  const named = title.replace(/\s+/g, '');
  const signs = TITLES.filter(({ namesPaper }) => !namesPaper || named.includes('《'));
  return firstMatch(signs, outsideNames(named) || named) ?? firstMatch(signs, named.replace(/》$/, ''));
}

/** A title without the names in 《》 in it. What stands in 〈〉 within a name belongs to it, whatever marks it holds. */
export function outsideNames(title: string): string {
  const hidden = title.replace(/〈[^〈〉]*〉/g, (inner) => inner.replace(/[《》]/g, '\0'));
  let outside = '';
  let from = 0;
  for (const { index, 0: name } of hidden.matchAll(NAME)) {
    outside += title.slice(from, index);
    from = index + name.length;
  }
  return (outside + title.slice(from)).replace(NAME, '');
}

const NAME = /《[^《》]*》/g;

function firstMatch(
  table: readonly { kind: Kind; pattern: RegExp }[],
  text: string,
): { kind: Kind; evidence: string } | null {
  for (const { kind, pattern } of table) {
    const match = pattern.exec(text);
    if (match) return { kind, evidence: match[0].trim() };
  }
  return null;
}

/** Two questions with their answers make a document an interpretation. */
function questions(units: readonly Unit[]): { kind: Kind; evidence: string } | null {
  const asked = units.filter((unit) => /^(?:问|Q)\d{0,2}[：:]/.test(unit.text.text));
  const answered = units.some((unit) => /^(?:答|A)\d{0,2}[：:]/.test(unit.text.text));
  return asked.length >= 2 && answered && asked[0]
    ? { kind: 'interpretation', evidence: asked[0].text.text.slice(0, 20) }
    : null;
}
