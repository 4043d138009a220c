/** Names (class, id) of what stands around an article. English and the pinyin of content systems. */
const AROUND =
  /(?:^|[\s_-])(?:nav|navbar|navigation|menu|bread-?crumbs?|crumbs?|position|location|place|path|share|bdshare(?:buttonbox)?|social|side-?(?:bar|nav)?|aside|relat(?:ed|ion)|recommend|foot(?:er)?|bottom|copyright|header|head|top-?(?:bar|nav)?|tool-?(?:bar|s)?|search|login|qr-?code|erweima|ewm|print|font-?size|pag(?:er|ination)|prev|next|hot|ads?|banner|friend-?links?|comments?|accessib\w{0,60}|wza|dqwz|weizhi|mianbaoxie|fenxiang|xgwz|xglj|xgjd|xgyd|xgxx|dibu|daohang|dayin|sitemap|float\w{0,60}|fix(?:ed)?|toolbox|bszn)(?=$|[\s_\d-])/i;

/** Names under which content systems put the text of an article. */
const ARTICLE =
  /(?:^|[\s_-])(?:TRS_Editor|trs_editor_view|UCAP-?CONTENT|zoom|pages_content|article(?:[-_]?(?:content|body|con|txt|text|main|detail))?|news[-_]?(?:content|con|text|body|detail|txt)|content[-_]?(?:main|text|txt|body|detail|article)|con(?:text|txt)|wz(?:con|nr|content)?|xl[-_]?(?:con|content|nr)|detail[-_]?(?:content|con|text|main)|main[-_]?(?:text|txt|con|content)|text[-_]?(?:con|content)|view[-_]?(?:content|con|TRS_UEDITOR)|TRS_UEDITOR|j-fontContent|vsb_content\w{0,60}|v_news_content|info[-_]?(?:content|con|body)|zhengwen|zw[-_]?(?:con|content|nr|text)|nrong|neirong|bodytext|arti_?content|rich_media_content|ivs_content|gsj_htmlcon|bt-content|entry-content|post-(?:content|body)|ckeditor)(?=$|[\s_\d-])/i;

export function standsAround(name: string): boolean {
  return AROUND.test(name);
}

export function holdsArticle(name: string): boolean {
  return ARTICLE.test(name);
}

/** Lines of a page that belong to the page: where one stands, tools, who runs the site. Blanks are taken out beforehand. */
const PAGE_LINE =
  /^(?:您?(?:的|现在的)?(?:当前|所在|现在)(?:的)?(?:位置|栏目)|首页[>＞»›/|]|版权所有|主办(?:单位)?[：:]|承办(?:单位)?[：:].{0,60}(?:ICP|备|邮编|电话)|技术支持|网站(?:标识码|地图|声明)|(?:[\u4e00-\u9fff]{1,2})?ICP备|.{0,4}公网安备|建议使用|联系我们(?:$|[|｜]|网站)|【?(?:打印|关闭|收藏|复制|返回顶部|返回列表|返回首页|推荐给好友|纠错|我要纠错|下载文字版)|(?:分享|转发)(?:到|至)?(?:[：:]|$)|扫一扫|扫码|用微信|微信扫|点击(?:上方|下方|左下角)|长按(?:识别|扫|二维码|图片)|手机(?:扫|看|版)|无障碍|字体?(?:大小|号)?[：:]|(?:浏览|点击|访问|阅读|人气)(?:次数|数|量|率)?[：:]|上一(?:篇|条)|下一(?:篇|条)|责任编辑|编辑[：:]|审核[：:]|语音播报|朗读|视力保护色|背景色|正文$|大中小$|[A-]{1,2}A\+?$|您(?:访问的链接|即将离开)|本网(?:站|转载|除)|相关附件下载$|Copyright|©)/i;

/** A whole sentence begins with such a word as well as a button does: 打印申请表由窗口免费提供。 */
function isSentence(text: string): boolean {
  return /[。；！？][”）)]?$/.test(text) && text.length > 6;
}

/** What only pages say of themselves, in whole sentences too. */
const OF_PAGES =
  /浏览器|分辨率|当前页|本页面|此页面|本网(?:站|页|转载)|该网页|ICP备|公网安备|网站标识码|版权所有|您(?:访问的链接|即将离开)|^(?:上|下)一[篇条]|分享(?:到|给)(?:微信|朋友|好友)|(?:打开|微信)[“"]?扫一扫/;

/** A line of the page's own; `line` may hold blanks. */
export function isPageLine(line: string): boolean {
  const text = line.replace(/[\s　]+/g, '').replace(/^[>|｜·•【[（(]{1,3}(?=.)/, '');
  if (text.length > 200) return false;
  if (/^[\s　]*[>＞»]/.test(line) && text.length < 60) return true;
  if (isSentence(text) && !OF_PAGES.test(text)) return false;
  return (
    PAGE_LINE.test(text) ||
    // 政务公开 > 政策解读 > 正文
    (text.length < 60 && /^[^>＞»]{0,12}[>＞»][^>＞»]{1,16}[>＞»]/.test(text)) ||
    /(?:ICP备|公网安备|网站标识码|版权所有|技术支持[：:])|(?:主办|承办|维护|管理).{0,30}(?:维护|电话|邮编|地址|备案)/.test(
      text,
    ) ||
    /^(?:首页|网站首页)(?:[>＞»›/|-]|$)/.test(text)
  );
}

/** Words of disclaimers on sites that reprint. */
export function isDisclaimer(line: string): boolean {
  return /^(?:版权|免责|特别|郑重)?声明[：:]|版权声明|免责声明|(?:本网|本站|本平台).{0,40}(?:转载|版权|观点|立场)|如有侵权|不代表本(?:网|站)/.test(
    line,
  );
}

/** From such a line on to the end of the page nothing belongs to the article, if only links follow. */
export function opensTail(line: string): boolean {
  const text = line.replace(/[\s　]+/g, '').replace(/^[【[（(]|[】\]）)：:]{1,2}$/g, '');
  return (
    /^(?:相关|延伸|推荐|热点|热门|最新|猜你喜欢|更多)(?:阅读|新闻|内容|文章|信息|稿件|资讯|推荐|报道|专题|文件|政策|解读|链接)?$/.test(
      text,
    ) || /^(?:上一篇|下一篇|网友评论|发表评论|我要评论|用户评价|附近)/.test(text)
  );
}
