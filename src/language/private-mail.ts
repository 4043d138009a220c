/** A mail address. Linear: every repeat is bounded. */
export const MAIL =
  /(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,40}(?:\.[A-Za-z0-9-]{1,20}){1,3}(?![A-Za-z0-9@])/g;

/** Where anybody can have a mailbox. */
const FREE_MAIL =
  /@(?:(?:vip\.)?(?:qq|163|126|sina|sohu|tom|188)\.(?:com|net|cn)|sina\.(?:cn|com\.cn)|(?:foxmail|gmail|hotmail|outlook|live|msn|icloud|aliyun|139|wo|21cn|yahoo|yeah)\.(?:com|cn|net|com\.cn)|189\.cn)$/i;

/** Words before an address that make it an office's. */
const OFFICE =
  /意见|反馈|咨询|投诉|举报|监督|信箱|公开|受理|申报|申请|报送|报名|发送|寄|来信|邮箱|邮件|邮编|传真|[局委处科室部厅办]|中心|部门|单位|公司|协会/;

const PERSON = /(?:联系人|姓名|本人|个人|住址|微信|手机|先生|女士)[^。；]{0,20}$/;

/**
 * Whether an address is somebody's own. Many offices have their public mailbox at a free provider: the words before it tell whose
 * it is, unless it is named after a person.
 * @returns `named` where the words speak of an office and the address of a person
 */
export function privacyOfMail(
  value: string,
  before: string,
  says: (words: RegExp, where: string) => boolean,
): 'private' | 'named' | null {
  if (!FREE_MAIL.test(value)) return null;
  if (/^1[3-9]\d{9}@/.test(value) || says(PERSON, before) || !OFFICE.test(before)) return 'private';
  return isPersonName(value.slice(0, value.indexOf('@'))) ? 'named' : null;
}

/** Surnames in pinyin. */
const SURNAMES = new Set(
  'ouyang shangguan sima zhuge wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he gao lin luo zheng liang xie song tang han feng yu dong xiao cheng cao yuan deng fu shen zeng peng lv lu su jiang cai jia ding wei xue ye yan pan du dai xia zhong tian ren fan fang shi yao tan liao zou xiong jin hao kong bai cui kang mao qiu qin gu hou shao meng long wan duan qian yin qiao gong wen'.split(
    ' ',
  ),
);

/** Every syllable that pinyin may have, and some that it has not. */
const SYLLABLE =
  /^(?:a|ai|an|ang|ao|e|en|er|ou|(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)(?:iang|iong|uang|ang|eng|ian|iao|ing|ong|uai|uan|ai|an|ao|ei|en|ia|ie|in|iu|ou|ua|ue|ui|un|uo|a|e|i|o|u|v))$/;
const LONGEST_SYLLABLE = 6;

/** Pinyin that reads like a name and is an office, a place of it or its business: 财政, 教育, 信访, …局, …办. */
const OFFICE_PINYIN =
  /^(?:caizheng|jiaoyu|jiaotong|wenhua|wenl[vu]|fang(?:guan|chan|gai)|linye|shang(?:wu|ye)|shijian|tongji|jinrong|ren(?:she|shi|da)|zhao(?:biao|shang|pin|kao|sheng)|gong(?:an|kai|xin|hui|cheng|shang|yi|zuo|ye)|wei(?:jian|sheng)|yu(?:qing|lun)|jianguan|wujia|wang(?:xin|zhan)|jiage|xuanchuan|xiaofang|fankui|yanjiu)|(?!(?:zhang|huang|xiong)wei$)[a-z]{5}(?:ju|ban|bu|chu|ke|zhan|shi|wei)$/;

/** lxh850312, wj19900512 */
const INITIALS_AND_BIRTHDAY = /^[A-Za-z]{2,3}[._-]?(?:(?:19)?[5-9]\d|200\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;

/** zhangxiaoming, li.hua88, xiaoming_wang: a surname with one or two syllables, and perhaps some digits. */
function isPersonName(local: string): boolean {
  const name = local
    .toLowerCase()
    .replace(/(?<!\d)\d{1,8}$/, '')
    .replace(/[._-]$/, '');
  if (OFFICE_PINYIN.test(name)) return false;
  if (INITIALS_AND_BIRTHDAY.test(local)) return true;
  for (const surname of SURNAMES)
    if (name.startsWith(surname) && isGiven(name.slice(surname.length).replace(/^[._-]/, ''))) return true;
  const [given = '', surname = '', ...more] = name.split(/[._-]/);
  return more.length === 0 && SURNAMES.has(surname) && isGiven(given);
}

/** One syllable, or two that a mark may part. */
function isGiven(text: string): boolean {
  for (let length = 1; length <= LONGEST_SYLLABLE; length++) {
    if (!SYLLABLE.test(text.slice(0, length))) continue;
    const rest = text.slice(length).replace(/^[._-]/, '');
    if (rest === '' || SYLLABLE.test(rest)) return true;
  }
  return false;
}
