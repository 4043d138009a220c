/** 秘密★1年 anywhere; a bare word only where it stands alone, as on the first page, or after 密级. */
export const CLASSIFIED =
  /(?:绝密|机密|秘密)[ 　]?[★☆](?:[ 　]?(?:长期|启用前|\d{1,2}(?:年|个月)))?|(?<=^[【（([]?)(?:绝密|机密|秘密)(?=[】）)\]]?$)|(?<=密[ 　]{0,4}级[：: 　]{1,3})(?:绝密|机密|秘密|内部)/;

const FOR_INSIDE =
  '(?:(?:此|本)[件文条项])?(?:内部(?:资料|文件|材料|文稿|参考|使用|传阅|刊物|掌握|控制|阅知)|(?:仅供|供|仅限|限)(?:单位|机关|系统)?内部(?:使用|参考|传阅|学习|掌握|阅知)|仅供(?:领导)?(?:参阅|阅知))';

const KEEP_IT =
  '(?:请)?(?:注意(?:保密|保存|保管)|妥善(?:保管|保存)|(?:请勿|切勿|不得|严禁|禁止)(?:外传|转发|转载|泄露|公开|对外(?:发布|公开|提供)|翻印|复印)|阅后(?:收回|退回|销毁))';

const MARKS_BETWEEN = '[，,；;、。！!·—　 -]{0,3}';

/** On a line of its own, or in brackets anywhere: 标准上浮20%（内部掌握）. */
export const INTERNAL = new RegExp(
  `^[【（([]?((?:${FOR_INSIDE}|${KEEP_IT})(?:${MARKS_BETWEEN}${KEEP_IT}){0,2})[！!。]?[】）)\\]]?$|[【（([](${FOR_INSIDE}(?:${MARKS_BETWEEN}${KEEP_IT}){0,2})[！!。]?[】）)\\]]`,
);

/** 此件不公开 on a line of its own, or as what a paper says of its disclosure. */
export const UNDISCLOSED =
  /^[（(【]?((?:此件|本件|此文件|本文件?)?(?:不予|不宜|不得|不对外|暂不|不)公开|(?:公开(?:方式|属性|选项|类型|形式)|信息公开(?:选项|类别|属性)?)[：: 　]{1,3}不(?:予)?公开)[）)】]?[。！!]?$/;
