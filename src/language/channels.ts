/** A government's website, by what it is called: 中国云溪网 too. */
export const WEBSITE = /网站|门户|官网|政府网|(?:信息|政务)公开(?:平台|专栏|目录)|^中国[㐀-鿿]{2,8}网$/;

/** Ways of naming one channel of publication. */
const SAME: readonly RegExp[] = [WEBSITE, /微信|公众号/, /微博/, /客户端|APP/i, /电视/, /广播|电台/, /报/];

/** True where two names mean one channel, as people write them: 市政府门户网站 and 政府网站, 云溪发改 and 云溪发改微信公众号. */
export function isSameChannel(a: string, b: string): boolean {
  const [one, other] = [a.trim(), b.trim()];
  if (one === '' || other === '') return false;
  return one.includes(other) || other.includes(one) || SAME.some((name) => name.test(one) && name.test(other));
}
