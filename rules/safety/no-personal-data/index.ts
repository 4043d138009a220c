import type { PersonalKind } from '../../../src/language/personal-data.js';
import { defineRule, type Localized } from '../../rule.js';
import { placesOfPersonalData } from './places.js';

export const noPersonalData = defineRule({
  id: 'safety/no-personal-data',
  kinds: 'any',
  demand: {
    'zh-CN': '公开的材料里没有身份证号、手机号、银行卡号、护照号、私人邮箱、家庭住址',
    en: 'No identity, mobile, card or passport number, private mailbox or home address is published',
  },
  severity: 'error',
  sensitive: true,
  messages: {
    personal: {
      what: { 'zh-CN': '有个人信息：{kind} {masked}', en: 'Personal data: {kind} {masked}' },
      todo: {
        'zh-CN': '请删去，或隐去中间几位；联系方式请用单位的座机或公开邮箱',
        en: 'Remove it or hide most of it; give an office line or mailbox instead',
      },
    },
    mistyped: {
      severity: 'warn',
      what: {
        'zh-CN': '像是写错了一位的{kind}：{masked}，仍然指向一个人',
        en: 'With a slip in it, but it still points to a person: {kind} {masked}',
      },
      todo: {
        'zh-CN': '请删去，或隐去中间几位；是填写示例的，换成明显不是真人的号码（如 000000…）',
        en: 'Remove it or hide most of it; in an example use a number that is plainly nobody’s, such as 000000…',
      },
    },
    named: {
      severity: 'warn',
      what: {
        'zh-CN': '公开邮箱像是用个人姓名开设的：{masked}',
        en: 'A public mailbox bears the name of a person: {masked}',
      },
      todo: {
        'zh-CN': '请核实；是个人邮箱的，换成单位的公开邮箱',
        en: 'Check whose it is, and give a mailbox of the office instead',
      },
    },
  },
  check({ document, report }) {
    const seen = new Set<number>();
    for (const { datum, at } of placesOfPersonalData(document)) {
      if (seen.has(at.start)) continue;
      seen.add(at.start);
      report({ messageId: datum.doubt ?? 'personal', at, data: { kind: KINDS[datum.kind], masked: datum.masked } });
    }
  },
});

const KINDS: Readonly<Record<PersonalKind, Localized>> = {
  identity: { 'zh-CN': '身份证号', en: 'identity number' },
  mobile: { 'zh-CN': '手机号码', en: 'mobile number' },
  card: { 'zh-CN': '银行卡号', en: 'bank card number' },
  passport: { 'zh-CN': '护照或通行证号', en: 'passport number' },
  email: { 'zh-CN': '私人邮箱', en: 'private mail address' },
  address: { 'zh-CN': '家庭住址', en: 'home address' },
};
