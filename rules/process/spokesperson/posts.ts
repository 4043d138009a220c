/** Posts of those who head a department or a government. */
const HEAD =
  /(?:局长|厅长|部长|主任|书记|署长|院长|检察长|行长|社长|台长|馆长|校长|会长|主席|理事长|董事长|秘书长|省长|市长|州长|盟长|区长|县长|旗长|镇长|乡长|主任委员|支队长|关长|税务局长|主要负责人|主要负责同志|主要领导|一把手)$/;

/** An office inside a department: 市教育局办公室主任 heads no department, 市政府办公室主任 does. */
const INNER =
  /(?:局|厅|部|(?<![市县区省旗州盟党])委|委员会).{0,10}(?:办公室|科|处|室|中心|部|委)(?:主任|书记|负责人|部长)$|(?:支部|机关党委|纪检|纪委|工会|团委)[㐀-鿿]{0,4}(?:书记|主席)$/;

/**
 * True where a post is that of the person in charge (主要负责人) of a department: 云溪市教育局党组书记、局长. A deputy, an
 * assistant or the head of a section is not, unless the work is led by them (主持工作); of several posts one suffices.
 */
export function isPrincipal(post: string): boolean {
  if (/主持(?:全面)?工作/.test(post)) return true;
  return postsIn(post).some((one) => HEAD.test(one) && !/副|助理|原任|代表|前任/.test(one) && !INNER.test(one));
}

/** The departments named with posts: 云溪市教育局 of 云溪市教育局党组书记、局长; none where only posts stand there. */
export function departmentsOfPosts(written: string): string[] {
  return postsIn(written).flatMap((post) => DEPARTMENT.exec(post.replace(STATE_ADMINISTRATION, ''))?.[1] ?? []);
}

/** A deputy's post names no department, nor does that of a committee of the Party. */
const DEPARTMENT =
  /^(?![副代]|常务|纪委|工委|党工委|政委)(.{1,40}?(?:局|厅|委员会(?!办公)|(?<!党)委(?!员|办公)|办公室|办公厅|管委会|政府(?!办公)|中心|总工会|联合会|集团|公司|法院|检察院))/;

/** What the names of tax bureaus begin with. */
const STATE_ADMINISTRATION = /^国家税务总局(?=.{1,20}税务局)/;

function postsIn(post: string): string[] {
  return post
    .replace(/[（(][^（）()]{0,40}[）)]/g, '')
    .split(/[、，,；;兼\s]+/)
    .filter((one) => one !== '');
}
