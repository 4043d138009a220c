/** How an answer may begin. */
const ANSWER = /^(?:答|A)[：:]/;

const CLOSING = /[。．.；;！!\s]/;

/** A longer text says something. */
const MAX_FILLER = 60;

/**
 * True where a text, normalized or classed, stands for what is missing: nothing, a dash, 略, 待补充, 另行制定, or a mere reference to
 * the policy or another paper (详见《办法》第三条, 按照有关规定执行).
 */
export function isFiller(text: string): boolean {
  if (text.length > MAX_FILLER) return false;
  const said = text.replace(ANSWER, '');
  let start = 0;
  let end = said.length;
  while (end > 0 && CLOSING.test(said[end - 1] as string)) end--;
  if ('（('.includes(said[start] ?? ' ')) start++;
  if (end > start && '）)'.includes(said[end - 1] as string)) end--;
  const bare = said.slice(start, end);
  return NOTHING.test(bare) || REFERENCE.test(bare) || LATER.test(bare);
}

const NOTHING =
  /^(?:[…—\-/、，,]*|[xX×]{2,}|无|暂无|没有|略|从略|空|[同如][上前]|[详见]{1,2}[上前]文|(?:内容)?正在(?:编写|整理|更新)中?(?:，?敬请期待)?|不涉及|不适用|N\/A|TODO|待[补完定填更][充善写新]?|【待填[^】]*】|此处(?:略|省略|待补充?)|无(?:相关|特殊|其他)(?:内容|规定|要求|事项)|(?:篇幅|内容)[^，。]{0,8}，(?:此处)?(?:从略|不再[^，。]{2,4})|(?:此处|这里|在此)?不再(?:赘述|展开|一一列举|重复|说明))$/;

const OBJECT =
  '(?:《[^《》]+》|[■□]|正文|原文|全文|公告|文件|附件|附表|通知|办法|细则|方案|(?:办事)?指南|官网|网站|链接|有关规定|相关规定|上级规定|政策文件)';

/** Words in any order, not one optional group behind the other: V8 takes ten times as long to compile those. */
const REFERENCE = new RegExp(
  `^(?:具体|相关|有关|详细|的|内容|情况|规定|要求|信息|事项|范围|标准|条件|办法|政策|，|请|敬请|可|自行)*(?:详?见|参[见阅照考]|查[阅看]|按照?|依[照据]|根据|执行|适用|以)(?:市|县|区|省|国家|本|正式|上述|有关|相关)*${OBJECT}(?:[第一二三四五六七八九十百零〇\\d条章款项节部分、至到和的]|正文|原文|全文|附[件表]|有关|相关|规定|要求|标准|内容)*(?:执行|办理|处理|为准)?$`,
);

const LATER =
  /^(?:(?:具体|相关|有关|待|由|将)[^，。；\d]{0,50})?另行(?:制定|制订|规定|通知|公布|公告|发布|明确|研究)(?:并公布)?$|^(?:请|可)?(?:咨询|询问|联系)[^，。；]{2,20}(?:部门|单位|窗口|办公室|[局委厅科股])$/;
