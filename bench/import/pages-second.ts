import type { Template } from './pages.js';

const links = (words: readonly string[]) =>
  words.map((word, i) => `<a href="/list/${i}.shtml" title="${word}">${word}</a>`).join('\n');

/** Other structures, written without looking at how the picker works. */
export const SECOND: readonly Template[] = [
  {
    name: 'nested-tables',
    encoding: 'gb18030',
    page: (
      paper,
      body,
    ) => `<html><head><meta http-equiv="content-type" content="text/html;charset=GB2312"><title>${paper.title}</title></head><body topmargin=0><center>
<table width=960 border=0><tr><td background=bg.gif height=120>&nbsp;</td></tr><tr><td><table width=100%><tr><td width=200 valign=top><table><tr><td>${links(['机构设置', '领导信息', '政策法规', '规划计划', '统计数据', '人事信息'])}</td></tr></table></td>
<td valign=top><table width=100%><tr><td class=weizhi>您现在的位置：首页 &gt;&gt; 信息公开 &gt;&gt; 规范性文件</td></tr><tr><td align=center style="font-size:20px;color:#c00">${paper.title}</td></tr><tr><td align=center>【发布时间：${paper.page.published}】【来源：${paper.page.source}】</td></tr><tr><td><hr></td></tr>
<tr><td style="font-size:14px;line-height:200%">${body.lines(
      (text) => `<P>&nbsp;&nbsp;&nbsp; ${text}`,
      (text) => `<P>&nbsp;&nbsp;&nbsp; <STRONG>${text}</STRONG>`,
    )}</td></tr><tr><td align=center>【<a href=#>返回顶部</a>】【<a href=#>打印本页</a>】【<a href=#>关闭窗口</a>】</td></tr></table></td></tr></table></td></tr>
<tr><td align=center>${paper.page.site}主办　信息中心维护　联系电话：0000-0000000<br>Copyright &copy; All Rights Reserved</td></tr></table></center></body></html>`,
  },
  {
    name: 'semantic',
    page: (
      paper,
      body,
    ) => `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${paper.title} | ${paper.page.site}</title><meta property="og:site_name" content="${paper.page.site}"><meta property="og:title" content="${paper.title}"><meta property="article:published_time" content="${paper.page.published}T09:00:00+08:00"><link rel="canonical" href="https://www.example.gov.cn/a/b.html"></head><body>
<header><nav>${links(['首页', '要闻', '政策', '服务'])}</nav><h1><a href="/">${paper.page.site}</a></h1></header>
<main><article><header><h1>${paper.title}</h1><p><time>${paper.page.published}</time> · <span>来源：${paper.page.source}</span></p></header><section>${body.lines(
      (text) => `<p>${text}</p>\n`,
      (text) => `<h2>${text}</h2>\n`,
    )}</section></article>
<aside><h2>推荐阅读</h2><p>一批惠企政策集中出台，涉及融资、用工、用地等方面，企业可在线申请，符合条件的自动兑现，无需提交材料。</p></aside></main>
<footer><p>地址：云溪市人民路1号　邮编：000000　联系电话：0000-1234567</p><p>本网站所有内容未经授权不得转载，任何单位和个人使用本网站信息应当注明来源。</p></footer></body></html>`,
  },
  {
    name: 'spans',
    page: (
      paper,
      body,
    ) => `<html><head><meta charset=utf-8><title>${paper.page.site}-通知公告-${paper.title}</title></head><body><div><div><div><span>${links(['首 页', '概况', '动态', '公告'])}</span></div></div>
<div class="bd"><div class="tt">${paper.title}</div><ul class="xx"><li>发布机构：<em>${paper.page.source}</em></li><li>发布时间：<em>${paper.page.published}</em></li><li>浏览量：<em>1024</em></li></ul>
<div class="nr"><span><font><span>${body.lines(
      (text) => `<div><span><font face=仿宋><span>　　${text}</span></font></span></div>`,
      (text) => `<div><b><span>　　${text}</span></b></div>`,
    )}</span></font></span></div></div>
<div style="display:none">隐藏的内容：这里写着一些搜索引擎才看得到的文字，读者看不到，不应导入。</div><div class="yq">友情链接：${links(['中国政府网', '省政府网站', '市人大', '市政协'])}</div></div></body></html>`,
  },
  {
    name: 'traditional',
    encoding: 'big5',
    page: (
      paper,
      body,
    ) => `<html><head><meta http-equiv="Content-Type" content="text/html; charset=big5"><title>${paper.title}</title></head><body><div id="menu">${links(['首頁', '新聞公報', '政府資訊'])}</div><div id="pressrelease"><h1>${paper.title}</h1><p>發佈日期：${paper.page.published}　來源：${paper.page.source}</p>
${body.lines(
  (text) => `<p>${text}</p>`,
  (text) => `<p><b>${text}</b></p>`,
)}</div><div>版權所有　不得轉載</div></body></html>`,
  },
  {
    name: 'portal',
    page: (
      paper,
      body,
    ) => `<!DOCTYPE html><html><head><meta charset="utf-8"><base href="https://www.example.gov.cn/col/col1/"><title>${paper.title}</title><meta name="description" content="${paper.lead[0] ?? ''}"></head><body class="page"><div class="layout"><div class="hd clearfix"><div class="logo"><img src="logo.png" alt="${paper.page.site}门户网站"></div><form action="/s"><input name="q"><button>搜索</button></form></div>
<div class="path-box">当前位置 : <a href="/">首页</a> / <a href="/zc">政策库</a></div><div class="doc-box"><div class="doc-hd"><p class="doc-title">${paper.title}</p><dl><dt>发布日期</dt><dd>${paper.page.published}</dd><dt>信息来源</dt><dd>${paper.page.source}</dd><dt>有效性</dt><dd>有效</dd></dl></div>
<div class="doc-bd" id="js_content">${body.lines(
      (text) => `<section><p>${text}</p></section>`,
      (text) => `<section><h3>${text}</h3></section>`,
    )}</div><div class="doc-ft">扫一扫在手机打开当前页<img src="data:image/png;base64,AAAA" alt="二维码"></div></div>
<div class="ft">网站地图 | 联系我们 | 隐私声明　　主办：${paper.page.site}办公室</div></div></body></html>`,
  },
  {
    name: 'unclosed',
    encoding: 'gb18030',
    page: (
      paper,
      body,
    ) => `<html><head><title>${paper.title}</title><body bgcolor=white><div class=banner><a href=/>返回首页</a><div align=center><font size=+2 color=red>${paper.title}</font><p align=center><font size=2>${paper.page.published} 08:30:00　　${paper.page.source}　　</font>
<div id=neirong><font size=3>${body.lines(
      (text) => `<p>　　${text}`,
      (text) => `<p>　　<b>${text}</b>`,
    )}</font><hr><center>关闭窗口 打印本页</center></body>`,
  },
  {
    name: 'utf16',
    encoding: 'utf-16le',
    page: (
      paper,
      body,
    ) => `<!DOCTYPE html><html><head><title>${paper.title}_政策文件_${paper.page.site}</title></head><body><div class="wrapper"><div class="gl-top">${links(['首页', '公开指南', '公开制度', '法定主动公开内容'])}</div><div class="gl-main"><div class="gl-left"><h4>信息公开目录</h4>${links(['机构职能', '行政许可', '财政预决算', '重大项目', '公共服务', '应急管理', '督查检查'])}</div>
<div class="gl-right"><h2 style="text-align:center">${paper.title}</h2><p style="text-align:center;color:#999">时间：${paper.page.published}　来源：${paper.page.source}　作者：佚名</p><div class="gl-text">${body.lines(
      (text) => `<p style="text-align:justify">${text}</p>`,
      (text) => `<p><strong><span>${text}</span></strong></p>`,
    )}</div>
<div class="zrbj">（责任编辑：李四）</div><div class="xgxw"><h4>相关新闻</h4>${links(['本市举办政策宣讲活动', '市领导调研基层治理工作', '全市召开安全生产会议'])}</div></div></div></div></body></html>`,
  },
  {
    name: 'tabs',
    page: (
      paper,
      body,
    ) => `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${paper.title}</title><meta name="SiteDomain" content="www.example.gov.cn"></head><body><div class="g-wrap"><div class="g-nav">${links(['首页', '政策文件', '政策解读', '政策问答'])}</div><ul class="m-tab"><li class="on">正文</li><li>相关解读</li></ul>
<div class="m-con"><div class="m-item"><h1 class="u-tit">${paper.title}</h1><p class="u-src">来源：${paper.page.source}</p><p class="u-time">发布时间：${paper.page.published}</p>${body.lines(
      (text) => `<p class="u-p">${text}</p>`,
      (text) => `<p class="u-p u-b"><b>${text}</b></p>`,
    )}</div><div class="m-item" style="display: none"><p>这里是另一页签的内容，页面打开时看不到，说的是别的文件的解读情况，共有三个方面。</p></div></div>
<div class="g-tip">您访问的链接即将离开“${paper.page.site}”，是否继续？</div></div></body></html>`,
  },
];
