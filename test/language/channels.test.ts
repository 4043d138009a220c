import { describe, expect, it } from 'vitest';
import { isSameChannel } from '../../src/language/channels.js';

describe('channels', () => {
  it.each([
    ['市政府门户网站', '政府网站'],
    ['云溪发改', '云溪发改微信公众号'],
    ['微信公众号“云溪发布”', '云溪发布微信'],
    ['云溪日报', '云溪晚报'],
    ['中国云溪网', '市政府门户网站'],
    ['政府信息公开平台', '政府网站'],
    ['云溪市政务公开专栏', '云溪市政府网'],
  ])('%s is %s', (a, b) => {
    expect(isSameChannel(a, b)).toBe(true);
    expect(isSameChannel(b, a)).toBe(true);
  });

  it.each([
    ['市政府门户网站', '云溪发布微信公众号'],
    ['云溪日报', '云溪广播电台'],
    ['中国云溪网', '人民网'],
    ['', '政府网站'],
  ])('%s is not %s', (a, b) => {
    expect(isSameChannel(a, b)).toBe(false);
  });
});
