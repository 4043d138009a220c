import type { RuleId } from '../../rules/rule-ids.js';

/** One fault that an author might make in an archive that was right. */
export interface Fault {
  readonly name: string;
  readonly file: 'interpretation.md' | 'policy.md';
  /** What is replaced: it must occur. Every place that a pattern with the flag `g` finds. */
  readonly from: string | RegExp;
  readonly to: string;
  /** The rule that should see it. */
  readonly rule: RuleId;
}

const INTERPRETATION = 'interpretation.md';

/** The interpretation loses the text of a section, and its heading. */
function without(name: string, heading: string, rule: RuleId): Fault {
  return { name, file: INTERPRETATION, from: new RegExp(`## [^\\n]*${heading}[^#]*`), to: '', rule };
}

/** Faults for `fixtures/archives/faultless`, each made alone. */
export const FAULTS: readonly Fault[] = [
  without('no background', '背景依据', 'element/background-basis'),
  without('no objectives', '目标任务', 'element/objectives'),
  without('no scope', '涉及范围', 'element/scope'),
  without('no standards', '执行标准', 'element/standards'),
  without('no precautions', '注意事项', 'element/precautions'),
  without('no explained words', '关键词诠释', 'element/keyword-explanations'),
  {
    name: 'nothing on what changes in a policy that revises another',
    file: 'policy.md',
    from: 'issued: 2024-05-06',
    to: 'issued: 2024-05-06\nrevises: 云政办发〔2019〕7号',
    rule: 'element/old-new-differences',
  },
  {
    name: 'a section without text',
    file: INTERPRETATION,
    from: /(## 三、涉及范围\n)[^#]*/,
    to: '$1\n',
    rule: 'structure/no-empty-section',
  },
  {
    name: 'a word for what was to be filled in',
    file: INTERPRETATION,
    from: '每辆收30元',
    to: '每辆收××元',
    rule: 'structure/no-placeholder',
  },
  {
    name: 'a number left out of the headings',
    file: INTERPRETATION,
    from: '## 五、',
    to: '## 六、',
    rule: 'structure/heading-numbering',
  },
  {
    name: 'another sum than the policy has',
    file: INTERPRETATION,
    from: '每辆收30元',
    to: '每辆收50元',
    rule: 'content/figures-match-policy',
  },
  {
    name: 'an article that the policy does not have',
    file: INTERPRETATION,
    from: '接到通知后',
    to: '按照《办法》第十九条，接到通知后',
    rule: 'content/cited-article-exists',
  },
  {
    name: 'a link to a file that is not there',
    file: INTERPRETATION,
    from: '解读机关：',
    to: '见[一张图](tujie.md)。\n\n解读机关：',
    rule: 'link/no-broken-link',
  },
  {
    name: 'no policy named or linked',
    file: INTERPRETATION,
    from: /policy: policy\.md\n|\[(《云溪市公共自行车停放管理办法》)\]\(policy\.md\)（[^）]*）/g,
    to: '$1',
    rule: 'link/policy-link',
  },
  {
    name: 'an interpretation the policy does not link',
    file: 'policy.md',
    from: /interpretations: [^\n]*\n|相关解读：[^\n]*\n/g,
    to: '',
    rule: 'link/interpretation-link',
  },
  {
    name: 'a day that no calendar has',
    file: INTERPRETATION,
    from: 'published: 2024-05-07',
    to: 'published: 2024-05-32',
    rule: 'meta/dates',
  },
  {
    name: 'an interpretation too late',
    file: INTERPRETATION,
    from: 'published: 2024-05-07',
    to: 'published: 2024-07-07',
    rule: 'process/publish-together',
  },
  {
    name: 'a number of no document',
    file: 'policy.md',
    from: 'number: 云政办发〔2024〕18号',
    to: 'number: 云政办发2024年18',
    rule: 'meta/doc-number',
  },
  {
    name: 'brackets that document numbers do not have',
    file: INTERPRETATION,
    from: '云政办发〔2024〕18号',
    to: '云政办发[2024]18号',
    rule: 'format/doc-number-brackets',
  },
  {
    name: 'a half-width comma',
    file: INTERPRETATION,
    from: '群众出门有车骑、走路不绕行',
    to: '群众出门有车骑,走路不绕行',
    rule: 'format/fullwidth-punctuation',
  },
  {
    name: 'the number of an identity card',
    file: INTERPRETATION,
    from: '占道停放的投诉去年有4100多件。',
    to: '占道停放的投诉去年有4100多件，其中王秀兰（身份证号11010519491231002X）投诉9次。',
    rule: 'safety/no-personal-data',
  },
  {
    name: 'a marking of secrets',
    file: INTERPRETATION,
    from: '# 《云溪市公共自行车停放管理办法》政策解读\n',
    to: '机密★1年\n\n# 《云溪市公共自行车停放管理办法》政策解读\n',
    rule: 'safety/no-classified-marking',
  },
  {
    name: 'a mobile number beside marks',
    file: INTERPRETATION,
    from: '解读机关：云溪市城市管理局',
    to: '解读机关：云溪市城市管理局（王秀兰.139-1234-5678）',
    rule: 'safety/no-personal-data',
  },
  {
    name: 'a mobile number in groups with full stops',
    file: INTERPRETATION,
    from: '请不要停车。',
    to: '请不要停车，举报找王秀兰：139.1234.5678。',
    rule: 'safety/no-personal-data',
  },
  {
    name: 'radicals that look like characters',
    file: INTERPRETATION,
    from: '## 二、目标任务',
    to: '## 二、⽬标任务',
    rule: 'format/look-alike-characters',
  },
  {
    name: 'another sum than the policy has, in a table',
    file: INTERPRETATION,
    from: '每辆收30元。',
    to: '收费如下：\n\n| 项目 | 标准 |\n| --- | --- |\n| 清运费 | 每辆50元 |\n',
    rule: 'content/figures-match-policy',
  },
  {
    name: 'another term than the policy has',
    file: INTERPRETATION,
    from: '乱停的车2个小时内要清走',
    to: '乱停的车4个小时内要清走',
    rule: 'content/figures-match-policy',
  },
  {
    name: 'the articles of the policy in place of an explanation',
    file: INTERPRETATION,
    from: /## 一、[\s\S]*(?=解读机关)/,
    to: `## 主要内容

为了规范公共自行车停放秩序，根据《中华人民共和国道路交通安全法》，制定本办法。

本市城区道路、广场和轨道交通站点周边公共自行车的投放、停放和清运，适用本办法。

运营单位应当按照每百辆车不少于3人的标准配备维护人员。

乱停的车辆，运营单位应当自接到通知之日起2个小时内清运；逾期不清运的，由街道办事处代为清运，每辆收取清运费30元。

消防通道、盲道和公交站台前后15米以内不得停放公共自行车。

`,
    rule: 'content/no-verbatim-copy',
  },
  {
    name: 'a policy without its number',
    file: 'policy.md',
    from: 'number: 云政办发〔2024〕18号\n',
    to: '',
    rule: 'meta/schema',
  },
  {
    name: 'the year of a number in Han numerals',
    file: 'policy.md',
    from: 'number: 云政办发〔2024〕18号',
    to: 'number: 云政办发〔二〇二四〕十八号',
    rule: 'meta/doc-number',
  },
  {
    name: 'words for what was to be filled in, before a half-width mark',
    file: INTERPRETATION,
    from: '逾期不清走的，',
    to: '逾期不清走的期限待补充,',
    rule: 'structure/no-placeholder',
  },
  {
    name: 'a blank that was to be filled in',
    file: INTERPRETATION,
    from: '解读机关：云溪市城市管理局',
    to: '解读机关：【请填写单位名称】',
    rule: 'structure/no-placeholder',
  },
  {
    name: 'a link to a file on the disk of who drafted',
    file: INTERPRETATION,
    from: '解读机关：',
    to: '见[流程图](file:///D:/城管局/流程图.png)。\n\n解读机关：',
    rule: 'link/no-broken-link',
  },
  {
    name: 'a link to a place that is not in the policy',
    file: INTERPRETATION,
    from: '(policy.md)（',
    to: '(policy.md#第九条)（',
    rule: 'link/no-broken-link',
  },
  {
    name: 'a marking for internal use',
    file: INTERPRETATION,
    from: '# 《云溪市公共自行车停放管理办法》政策解读\n',
    to: '内部资料　注意保存\n\n# 《云溪市公共自行车停放管理办法》政策解读\n',
    rule: 'safety/no-classified-marking',
  },
  {
    name: 'an interpretation a day late over a holiday',
    file: 'policy.md',
    from: 'issued: 2024-05-06\npublished: 2024-05-07',
    to: 'issued: 2024-04-28\npublished: 2024-04-28',
    rule: 'process/publish-together',
  },
  {
    name: 'nobody signed it off',
    file: INTERPRETATION,
    from: /sign-offs: [^\n]*\n/,
    to: '',
    rule: 'process/sign-off',
  },
  {
    name: 'a front matter that cannot be read',
    file: INTERPRETATION,
    from: 'title: ',
    to: 'title：',
    rule: 'meta/schema',
  },
];
