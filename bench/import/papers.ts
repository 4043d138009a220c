import type { Kind } from '../../src/document/document.js';

/** A made-up paper: what it says, and so what an import has to find again. */
export interface Paper {
  readonly name: string;
  readonly kind: Kind;
  readonly title: string;
  /** The title as it is broken into lines on paper. */
  readonly titleLines?: readonly string[];
  readonly number?: string;
  readonly issuer?: string | readonly string[];
  /** The office's head in red. */
  readonly redHead?: string;
  /** The date as written in the signature, and as front matter has it. */
  readonly signed?: readonly [written: string, day: string];
  readonly publicLine?: string;
  readonly salutation?: string;
  readonly lead: readonly string[];
  readonly sections: readonly Part[];
  readonly table?: readonly (readonly Cell[])[];
  readonly list?: readonly string[];
  /** Links in the text: clicked words and address. */
  readonly links: readonly (readonly [text: string, to: string])[];
  readonly note?: string;
  /** What a page adds about the paper. */
  readonly page: { readonly published: string; readonly source: string; readonly site: string };
  /** What front matter should come to hold beside what follows from the above. */
  readonly expected?: Readonly<Record<string, string | readonly string[]>>;
}

export interface Part {
  readonly title: string;
  readonly text: readonly string[];
  readonly parts?: readonly Part[];
}

export type Cell = string | { readonly text: string; readonly cols?: number; readonly rows?: number };

const SITE = '云溪市人民政府';

export const PAPERS: readonly Paper[] = [
  {
    name: '养老服务办法',
    kind: 'policy',
    title: '云溪市人民政府办公室关于印发云溪市居家养老服务补贴办法的通知',
    titleLines: ['云溪市人民政府办公室', '关于印发云溪市居家养老服务补贴办法的通知'],
    number: '云政办规〔2024〕3号',
    issuer: '云溪市人民政府办公室',
    redHead: '云溪市人民政府办公室文件',
    signed: ['2024年3月1日', '2024-03-01'],
    publicLine: '（此件公开发布）',
    salutation: '各区人民政府，市政府各部门、各直属单位：',
    lead: ['《云溪市居家养老服务补贴办法》已经市政府第三十二次常务会议审议通过，现印发给你们，请认真贯彻执行。'],
    sections: [
      {
        title: '第一章 总则',
        text: [
          '第一条 为规范居家养老服务补贴发放，根据有关规定，结合本市实际，制定本办法。',
          '第二条 本办法适用于本市行政区域内居家养老服务补贴的申请、审核和发放。',
        ],
      },
      { title: '第二章 补贴标准', text: ['第三条 补贴标准按照老年人能力评估等级确定，具体见下表。'] },
      { title: '第三章 附则', text: ['第四条 本办法自2024年4月1日起施行，有效期五年。'] },
    ],
    table: [
      ['评估等级', '每月补贴', '发放方式'],
      ['轻度', '200元', '服务券'],
      ['中度', '400元', '服务券'],
      ['重度', '600元', '服务券或现金'],
    ],
    links: [['云溪市民政局办事指南', 'http://mzj.yunxi.gov.cn/bszn/yl.html']],
    page: { published: '2024-03-05', source: '云溪市人民政府办公室', site: SITE },
    expected: { disclosure: '主动公开', category: '规范性文件' },
  },
  {
    name: '养老补贴解读',
    kind: 'interpretation',
    title: '《云溪市居家养老服务补贴办法》政策解读',
    issuer: '云溪市民政局',
    lead: [
      '近日，市政府办公室印发《云溪市居家养老服务补贴办法》（云政办规〔2024〕3号，以下简称《办法》）。为便于公众理解，现解读如下。',
    ],
    sections: [
      {
        title: '一、背景依据',
        text: [
          '本市六十岁以上户籍老年人已超过四十万人，居家养老需求持续增长。',
          '《办法》依据省有关基本养老服务清单的要求制定。',
        ],
      },
      { title: '二、目标任务', text: ['到2026年，实现中度以上失能老年人居家养老服务补贴全覆盖。'] },
      {
        title: '三、主要内容',
        text: ['《办法》共三章四条，主要包括以下方面。'],
        parts: [
          { title: '（一）补贴对象', text: ['具有本市户籍、年满六十周岁且经评估为轻度以上失能的老年人。'] },
          { title: '（二）补贴标准', text: ['按评估等级分三档发放，每月二百元至六百元不等。'] },
        ],
      },
      { title: '四、关键词解释', text: ['能力评估，是指由专业机构对老年人自理能力、认知能力等进行的综合评定。'] },
    ],
    list: ['申请人身份证明；', '能力评估报告；', '本人银行账户信息。'],
    links: [['云溪市居家养老服务补贴办法', 'http://www.yunxi.gov.cn/zwgk/zcwj/202403/t20240305_1001.html']],
    page: { published: '2024-03-06', source: '云溪市民政局', site: SITE },
    expected: { author: '云溪市民政局', policy: 'http://www.yunxi.gov.cn/zwgk/zcwj/202403/t20240305_1001.html' },
  },
  {
    name: '创业担保贷款',
    kind: 'policy',
    title: '青禾县人力资源和社会保障局 青禾县财政局关于做好创业担保贷款工作的通知',
    titleLines: ['青禾县人力资源和社会保障局 青禾县财政局', '关于做好创业担保贷款工作的通知'],
    number: '青人社发〔2023〕18号',
    issuer: ['青禾县人力资源和社会保障局', '青禾县财政局'],
    signed: ['2023年9月15日', '2023-09-15'],
    salutation: '各乡镇人民政府，县直有关部门：',
    lead: ['为支持重点群体创业就业，现就做好创业担保贷款工作通知如下。'],
    sections: [
      {
        title: '一、贷款对象',
        text: ['符合条件的个人和小微企业可以申请创业担保贷款。'],
        parts: [
          {
            title: '（一）个人借款人',
            text: ['包括城镇登记失业人员、就业困难人员、复员转业退役军人、返乡创业农民工等。'],
          },
          { title: '（二）小微企业', text: ['当年新招用符合条件的人员达到在职职工总数的百分之十以上。'] },
        ],
      },
      { title: '二、贷款额度', text: ['个人借款人最高三十万元，小微企业最高四百万元。'] },
      { title: '三、办理流程', text: ['借款人向所在乡镇提出申请，经审核后由经办银行放款。'] },
    ],
    table: [
      ['对象', { text: '额度上限', cols: 2 }],
      ['个人', '30万元', '合伙创业可上浮'],
      ['小微企业', '400万元', '不上浮'],
    ],
    links: [['网上申请入口', 'https://rsj.qinghe.gov.cn/loan/apply?type=1&from=doc']],
    note: '本通知所称就业困难人员，按照省有关规定认定。',
    page: { published: '2023-09-18', source: '青禾县人力资源和社会保障局', site: '青禾县人民政府' },
  },
  {
    name: '创业担保贷款问答',
    kind: 'interpretation',
    title: '关于做好创业担保贷款工作的政策问答',
    issuer: '青禾县人力资源和社会保障局',
    lead: ['近期不少创业者咨询创业担保贷款政策，现将大家关心的问题答复如下。'],
    sections: [
      { title: '一、哪些人可以申请？', text: ['城镇登记失业人员、就业困难人员等十类人员可以申请。'] },
      { title: '二、最多能贷多少？', text: ['个人最高三十万元，合伙创业的可以适当上浮。'] },
      { title: '三、利息怎么算？', text: ['由财政部门按规定给予贴息，超出部分由借款人承担。'] },
    ],
    links: [['青人社发〔2023〕18号全文', 'http://www.qinghe.gov.cn/xxgk/rsj/2023/0918/c12.html']],
    page: { published: '2023-09-20', source: '青禾县人力资源和社会保障局', site: '青禾县人民政府' },
    expected: {
      form: ['问答'],
      author: '青禾县人力资源和社会保障局',
      policy: '青人社发〔2023〕18号|http://www.qinghe.gov.cn/xxgk/rsj/2023/0918/c12.html',
    },
  },
  {
    name: '犬只管理规定',
    kind: 'policy',
    title: '临江市养犬管理规定',
    number: '临江市人民政府令第12号',
    signed: ['2022年11月30日', '2022-11-30'],
    issuer: '临江市人民政府',
    lead: [],
    sections: [
      {
        title: '第一章 总则',
        text: [
          '第一条 为了规范养犬行为，保障公民健康和人身安全，维护市容环境卫生，制定本规定。',
          '第二条 本市行政区域内养犬及其管理活动，适用本规定。',
        ],
      },
      {
        title: '第二章 登记与免疫',
        text: ['第三条 实行养犬登记和强制免疫制度。', '第四条 申请登记应当提交身份证明等材料。'],
      },
      { title: '第三章 法律责任', text: ['第五条 违反本规定的，由公安机关责令改正，可以处二百元以上一千元以下罚款。'] },
    ],
    list: ['养犬人身份证明；', '犬只免疫证明；', '固定住所证明。'],
    links: [],
    page: { published: '2022-12-05', source: '临江市司法局', site: '临江市人民政府' },
    expected: { category: '规章' },
  },
  {
    name: '犬只规定解读',
    kind: 'interpretation',
    title: '一图读懂《临江市养犬管理规定》',
    issuer: '临江市公安局',
    lead: ['《临江市养犬管理规定》（临江市人民政府令第12号）将于2023年1月1日起施行。'],
    sections: [
      { title: '为什么要制定', text: ['近年来犬只扰民、伤人事件时有发生，群众反映强烈，需要从制度上加以规范。'] },
      { title: '谁来管', text: ['公安机关是养犬管理的主管部门，城市管理、农业农村等部门按照职责分工负责。'] },
      { title: '怎么罚', text: ['不登记、不免疫、不牵绳的，分别给予警告或者罚款。'] },
    ],
    table: [
      ['行为', '处罚'],
      ['不登记', '五百元以上一千元以下'],
      ['不牵绳', '二百元以上五百元以下'],
    ],
    links: [['临江市养犬管理规定', 'http://www.linjiang.gov.cn/art/2022/12/5/art_1229_3345.html']],
    page: { published: '2022-12-08', source: '临江市公安局', site: '临江市人民政府' },
    expected: {
      form: ['图解'],
      author: '临江市公安局',
      policy: 'http://www.linjiang.gov.cn/art/2022/12/5/art_1229_3345.html',
    },
  },
  {
    name: '营商环境吹风会',
    kind: 'briefing',
    title: '云溪市优化营商环境若干措施政策例行吹风会发布稿',
    lead: [
      '各位媒体朋友，大家上午好！',
      '下面，我向大家介绍《云溪市优化营商环境若干措施》（云政发〔2024〕8号）的有关情况。',
    ],
    sections: [
      { title: '一、出台背景', text: ['去年以来，全市新登记经营主体增长较快，企业对办事便利度提出了更高要求。'] },
      {
        title: '二、主要举措',
        text: ['《若干措施》共提出二十条举措，涵盖企业开办、融资、用地等方面。'],
        parts: [
          { title: '（一）开办企业更快', text: ['全流程网上办理，一个工作日内办结。'] },
          { title: '（二）融资更便利', text: ['设立十亿元风险补偿资金池，单户最高补偿五百万元。'] },
        ],
      },
      { title: '三、下一步安排', text: ['各责任部门将在一个月内出台配套细则，并召开政策说明会。'] },
    ],
    links: [['云政发〔2024〕8号', 'http://www.yunxi.gov.cn/zwgk/zcwj/202405/t20240506_1102.html']],
    page: { published: '2024-05-08', source: '云溪市发展和改革委员会', site: SITE },
    expected: {
      policy: '云政发〔2024〕8号|http://www.yunxi.gov.cn/zwgk/zcwj/202405/t20240506_1102.html',
      author: '云溪市发展和改革委员会',
    },
  },
  {
    name: '住宅维修资金',
    kind: 'policy',
    title: '临江市住房和城乡建设局关于印发《临江市住宅专项维修资金使用细则（试行）》的通知',
    number: '临住建规字〔2021〕2号',
    issuer: '临江市住房和城乡建设局',
    redHead: '临江市住房和城乡建设局文件',
    signed: ['二〇二一年六月十八日', '2021-06-18'],
    publicLine: '（信息公开选项：主动公开）',
    salutation: '各区住房和城乡建设局，各物业服务企业：',
    lead: ['现将《临江市住宅专项维修资金使用细则（试行）》印发给你们，请遵照执行。'],
    sections: [
      { title: '一、使用范围', text: ['专项维修资金用于住宅共用部位、共用设施设备保修期满后的维修和更新、改造。'] },
      {
        title: '二、表决规则',
        text: ['应当由专有部分面积占比三分之二以上的业主且人数占比三分之二以上的业主参与表决。'],
      },
      { title: '三、应急使用', text: ['发生电梯故障、屋面渗漏等危及安全情形的，可以不经表决直接申请。'] },
    ],
    table: [
      [
        { text: '情形', rows: 2 },
        { text: '办理时限', cols: 2 },
      ],
      ['受理', '拨付'],
      ['一般维修', '5个工作日', '10个工作日'],
      ['应急维修', '1个工作日', '3个工作日'],
    ],
    links: [['申请表下载', 'http://zjj.linjiang.gov.cn/upload/2021/sqb.doc']],
    page: { published: '2021-06-21', source: '临江市住房和城乡建设局', site: '临江市住房和城乡建设局' },
    expected: { disclosure: '主动公开', category: '规范性文件' },
  },
  {
    name: '维修资金解读',
    kind: 'interpretation',
    title: '关于《临江市住宅专项维修资金使用细则（试行）》的解读',
    issuer: '临江市住房和城乡建设局',
    lead: [
      '为进一步规范住宅专项维修资金的使用，我局印发了《临江市住宅专项维修资金使用细则（试行）》（临住建规字〔2021〕2号）。现就有关内容解读如下：',
    ],
    sections: [
      { title: '一、制定背景', text: ['原细则已实施八年，部分条款与民法典不一致，有必要修订。'] },
      { title: '二、适用范围', text: ['本市行政区域内商品住宅、售后公有住房专项维修资金的使用。'] },
      { title: '三、新旧政策差异', text: ['与原细则相比，主要有三点变化：降低表决比例，增加应急情形，压缩办理时限。'] },
      {
        title: '四、名词解释',
        text: ['共用部位，是指住宅的基础、承重墙体、柱、梁、楼板、屋顶以及户外的墙面、门厅、楼梯间、走廊通道等。'],
      },
    ],
    table: [
      ['事项', '原规定', '新规定'],
      ['表决比例', '全体业主三分之二同意', '参与表决业主过半数同意'],
      ['拨付时限', '20个工作日', '10个工作日'],
    ],
    links: [['细则全文', 'http://zjj.linjiang.gov.cn/zcwj/2021/06/21/content_88.html']],
    page: { published: '2021-06-22', source: '临江市住房和城乡建设局', site: '临江市住房和城乡建设局' },
    expected: {
      author: '临江市住房和城乡建设局',
      policy: '临住建规字〔2021〕2号|http://zjj.linjiang.gov.cn/zcwj/2021/06/21/content_88.html',
    },
  },
  {
    name: '解读方案',
    kind: 'interpretation-plan',
    title: '《青禾县农村饮水安全管理办法》解读方案',
    lead: ['为做好《青禾县农村饮水安全管理办法》的解读工作，制定本方案。'],
    sections: [
      { title: '一、解读重点', text: ['起草背景、水价标准、管护责任和群众关心的热点问题。'] },
      { title: '二、解读形式', text: ['文字解读、图解和现场宣讲相结合。'] },
      { title: '三、解读渠道', text: ['县政府门户网站、“青禾水务”微信公众号和乡镇公示栏。'] },
      { title: '四、解读时间', text: ['与政策文件同步公开，不晚于文件公布后三个工作日。'] },
    ],
    links: [],
    page: { published: '2023-03-10', source: '青禾县水利局', site: '青禾县人民政府' },
    expected: { policy: '青禾县农村饮水安全管理办法' },
  },
];

/** What front matter an import of the paper should hold; `a|b`: either. A Word file of these papers does not say who wrote it. */
export function truthOf(paper: Paper, page: boolean): Record<string, string | readonly string[]> {
  const policy = paper.kind === 'policy';
  return {
    kind: paper.kind,
    title: paper.title,
    ...(policy && paper.number ? { number: paper.number } : {}),
    ...(policy && paper.issuer ? { issuer: paper.issuer } : {}),
    ...(policy && paper.signed ? { issued: paper.signed[1] } : {}),
    ...(page ? { published: paper.page.published } : {}),
    ...(page && (policy || paper.kind === 'interpretation' || paper.kind === 'interpretation-plan')
      ? { channels: [`${paper.page.site}网站`] }
      : {}),
    ...Object.fromEntries(Object.entries(paper.expected ?? {}).filter(([key]) => page || key !== 'author')),
  };
}

/** The headings of a paper that stand alone, in order. */
export function headingsOf(parts: readonly Part[]): string[] {
  return parts.flatMap(({ title, parts: inner = [] }) => [title, ...headingsOf(inner)]);
}
