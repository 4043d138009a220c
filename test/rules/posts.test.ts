import { describe, expect, it } from 'vitest';
import { departmentsOfPosts, isPrincipal } from '../../rules/process/spokesperson/posts.js';

describe('posts', () => {
  it.each([
    '云溪市教育局局长',
    '云溪市教育局党组书记、局长',
    '市发展和改革委员会主任',
    '市发改委党组书记、主任',
    '市政府办公室主任',
    '市委办公室主任',
    '市政府副秘书长、市政府办公室主任',
    '东湖区区长',
    '市司法局主要负责人',
    '省教育厅厅长（兼）',
    '局长',
    '主任',
    '云溪市教育局副局长（主持工作）',
    '主持全面工作的副主任',
  ])('%s heads a department', (post) => {
    expect(isPrincipal(post)).toBe(true);
  });

  it.each([
    '云溪市教育局副局长',
    '云溪市教育局党组成员、副局长',
    '市教育局办公室主任',
    '市发改委综合科科长',
    '市发改委办公室主任',
    '市教育局机关党委书记',
    '市政府副秘书长',
    '市教育局局长助理',
    '市卫生健康委员会党委委员、总会计师',
    '新闻发言人',
    '市教育局副局长（主持日常工作）',
    '',
  ])('%s does not', (post) => {
    expect(isPrincipal(post)).toBe(false);
  });

  it.each([
    ['云溪市教育局党组书记、局长', '云溪市教育局'],
    ['市发展和改革委员会主任', '市发展和改革委员会'],
    ['市发改委党组书记、主任', '市发改委'],
    ['市政府办公室主任', '市政府办公室'],
    ['市政府副秘书长、市政府办公室主任', '市政府 市政府办公室'],
    ['局长', ''],
    ['党组成员、副局长', ''],
    ['代局长', ''],
    ['纪委书记、常务副厅长', ''],
    ['党工委书记、局长', ''],
    ['市教育局党组成员、副局长', '市教育局'],
    ['主任', ''],
  ])('%s is of: %s', (post, departments) => {
    expect(departmentsOfPosts(post).join(' ')).toBe(departments);
  });
});
