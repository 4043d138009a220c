/** Pieces that several patterns are made of. Each is a regular expression's source. */

/** A character inside a clause. */
export const C = '[^，。；：！？\\n]';
/** A character inside a sentence. */
export const S = '[^。；！？\\n]';
/** Where a clause begins. */
export const START = '(?<=^|[，。；：！？、“\\n])';
/** The policy explained, by name or by word. */
export const OWN =
  '(?:《■{1,120}》|本(?:办法|公告|规定|通知|意见|方案|条例|细则|措施|政策|文件|规则|指南|标准|目录|次))';
/** Another paper. */
export const OTHER = '《□{1,120}》';
/** Verbs of making a paper. */
export const MADE = '(?:制定|制订|制发|出台|印发|发布|颁布|公布|起草|修订|修改|研究制定|联合印发|形成|作出|决定)';
/** Units in which criteria are measured. */
export const UNIT =
  '(?:个工作日|工作日|个自然日|日|天|个月|月|周|年|小时|分钟|学时|学年|学期|课时|周岁|岁|万元|亿元|元|美元|%|个百分点|‰|平方米|平方公里|公里|千米|米|厘米|毫米|公顷|亩|吨|千克|公斤|克|毫克|升|毫升|人|名|户|次|倍|张|份|件|票|套|辆|台|盘|支|瓶|条|平方|分贝|摄氏度|℃|度|秒|级|档|分|项)';
/** A number; 一 not inside 统一, 进一步, 一般, 第一条… */
export const NUMBER =
  '(?:\\d[\\d,.]{0,12}|(?<![第统同唯进其任])[一二两三四五六七八九十百千半]{1,5}(?!步|般|致|定|律|样|直|切|些|是|旦|并|体|站|系|足|分(?!钟)))';
/** Verbs of improving; in a purpose or an effect they say what the policy is to achieve. */
export const BETTER =
  '(?:规范|促进|提升|提高|优化|保障|推动|加强|增强|完善|降低|统一|夯实|防范|维护|强化|方便|便利|落实|保护|推进|深化|支持|服务|健全|构建|建立|确保|实现|打造|激发|引导|鼓励|改善|缓解|解决|满足|巩固|加快|扩大|助力|保证|防止|避免|遏制|营造|培育|发挥|调动|减轻|释放|适应|贯彻)';
/** 应 or 应当 as a modal verb, not inside 适应, 对应, 应用… */
export const MUST = '(?<![适响反相对供效感呼照])应(?:当(?!前)|(?!用|急|对|邀|税|收|届|聘|当前))';
