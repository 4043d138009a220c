import { describe, expect, it } from 'vitest';
import { departmentNames } from '../../src/language/department-groups.js';

const named = (names: readonly string[], aliases = {}) => Object.fromEntries(departmentNames(names, aliases));

describe('names of one department', () => {
  it('come under the fullest', () => {
    expect(named(['市财政局', '青岛市财政局', '财政局'])).toEqual({
      市财政局: '青岛市财政局',
      青岛市财政局: '青岛市财政局',
      财政局: '青岛市财政局',
    });
    expect(named(['市人社局', '云溪市人力资源和社会保障局'])).toEqual({
      市人社局: '云溪市人力资源和社会保障局',
      云溪市人力资源和社会保障局: '云溪市人力资源和社会保障局',
    });
  });

  it('stay apart where one could be either of two', () => {
    expect(named(['市财政局', '青岛市财政局', '烟台市财政局'])).toEqual({
      市财政局: '市财政局',
      青岛市财政局: '青岛市财政局',
      烟台市财政局: '烟台市财政局',
    });
    expect(named(['财政局', '市财政局', '区财政局'])).toMatchObject({ 财政局: '财政局', 市财政局: '市财政局' });
  });

  it('stay apart where office, place or level differ', () => {
    const names = ['市财政局', '区财政局', '市教育局', '市南区教育局'];
    expect(named(names)).toEqual(Object.fromEntries(names.map((name) => [name, name])));
  });

  it('follow the table of the archive', () => {
    const aliases = { 云溪市数据局: ['市大数据中心', '市营商办'] };
    expect(named(['市大数据中心', '市营商办', '云溪市数据局'], aliases)).toEqual({
      市大数据中心: '云溪市数据局',
      市营商办: '云溪市数据局',
      云溪市数据局: '云溪市数据局',
    });
  });

  it('do not hang on their order', () => {
    const names = ['市财政局', '青岛市财政局', '财政局', '市教育局'];
    expect(named([...names].reverse())).toEqual(named(names));
  });

  it('stay apart where there are more than 2,000 of one office', () => {
    const others = (count: number) =>
      Array.from({ length: count }, (_, i) => `${String.fromCharCode(0x4e00 + i)}云县财政局`);
    const two = ['溪口市财政局', '东省溪口市财政局'];
    expect(named([...two, ...others(1998)])).toMatchObject({ 溪口市财政局: '东省溪口市财政局' });
    expect(named([...two, ...others(1999)])).toMatchObject({ 溪口市财政局: '溪口市财政局' });
  });
});
