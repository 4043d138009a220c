import type { Template } from './pages.js';

const nav = (words: readonly string[]) =>
  words.map((word, i) => `<li><a href="/c${i}/index.html">${word}</a></li>`).join('');
const NAV = nav(['首页', '走进云溪', '新闻中心', '政务公开', '政务服务', '互动交流', '数据开放', '专题专栏']);

/** Structures as the widespread content systems of governments have them. */
export const FIRST: readonly Template[] = [
  {
    name: 'trs',
    page: (paper, body) => `<!DOCTYPE html>
<!-- saved from url=(0058)http://www.yunxi.gov.cn/zwgk/jd/202403/t20240306_1002.html -->
<html><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"><title>${paper.title}_${paper.page.site}</title>
<meta name="SiteName" content="${paper.page.site}"><meta name="ArticleTitle" content="${paper.title}"><meta name="PubDate" content="${paper.page.published} 16:30"><meta name="ContentSource" content="${paper.page.source}">
<style>.x{color:red}</style><script>var a = "正文，很长的一段脚本，里面有逗号，也有句号。";</script></head>
<body><div class="header"><ul class="nav">${NAV}</ul></div><div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk">政务公开</a> &gt; 政策</div>
<div class="article"><h1>${paper.title}</h1><div class="article-info"><span>发布时间：${paper.page.published} 16:30</span><span>来源：${paper.page.source}</span><span>字体：[<a href="javascript:;">大</a> <a href="javascript:;">中</a> <a href="javascript:;">小</a>]</span></div>
<div class="view TRS_UEDITOR trs_paper_default">${body.lines(
      (text) => `<p style="text-indent:2em;"><span style="font-size:16pt">${text}</span></p>`,
      (text) => `<p style="text-indent:2em"><strong>${text}</strong></p>`,
    )}</div>
<div class="share"><a href="#">分享到微信</a><a href="#">打印</a></div></div>
<div class="related"><h3>相关阅读</h3><ul>${nav(['云溪市召开政务公开工作会议', '全市经济运行情况新闻发布会', '我市举办招聘会'])}</ul></div>
<div class="footer"><p>主办单位：${paper.page.site}办公室　网站标识码：3700000001　ICP备12345678号</p><p>建议使用IE9以上浏览器访问，获得更好的浏览体验。</p></div></body></html>`,
  },
  {
    name: 'infobox',
    encoding: 'gb18030',
    page: (
      paper,
      body,
    ) => `<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>${paper.page.site} 政府信息公开 ${paper.title}</title><meta name="SiteName" content="${paper.page.site}"></head><body>
<table width="1000" align="center"><tr><td><a href="/">网站首页</a>|<a href="/xxgk">信息公开</a>|<a href="/bs">办事</a></td></tr></table>
<table class="headInfo" width=900><tr><td>索 引 号：</td><td>000014349/2024-00012</td><td>主题分类：</td><td>民政、扶贫\\优抚</td></tr>
<tr><td>发布机构：</td><td>${paper.page.source}</td><td>成文日期：</td><td>${paper.signed?.[1] ?? '&nbsp;'}</td></tr>
<tr><td>标　　题：</td><td colspan=3>${paper.title}</td></tr><tr><td>发文字号：</td><td>${paper.kind === 'policy' ? paper.number : '无'}</td><td>发布日期：</td><td>${paper.page.published}</td></tr></table>
<table width=900><tr><td align=center><font size=5><b>${paper.title}</b></font></td></tr><tr><td id="zoom">${body.lines(
      (text) => `<p>　　${text}</p>`,
      (text) => `<p>　　<font face="黑体">${text}</font></p>`,
    )}</td></tr></table>
<table width=1000 bgcolor=#cccccc><tr><td align=center>版权所有：${paper.page.site} 技术支持：云溪科技 电话：12345</td></tr></table></body></html>`,
  },
  {
    name: 'ucap',
    page: (
      paper,
      body,
    ) => `<!doctype html><html><head><meta charset="utf-8"><title>${paper.title} - ${paper.page.site}</title><meta name="firstpublishedtime" content="${paper.page.published}-08:00:00"><meta property="og:url" content="https://www.example.gov.cn/zhengce/content/2024/content_1.htm"></head><body>
<div id="header-fixed" class="w1100"><ul>${NAV}</ul><div class="BreadcrumbNav">首页 &gt; 政策 &gt; 文件</div>
<div class="pages-title">${paper.title}</div><div class="pages-date">${paper.page.published} 09:11 <span>来源： ${paper.page.source}</span><span class="hidden">【字体：大 中 小】</span></div>
<div class="pages_content" id="UCAP-CONTENT">${body.lines(
      (text) => `<p align="">　　${text}</p>`,
      (text) => `<p><span style="font-weight: bold;">　　${text}</span></p>`,
    )}</div>
<div class="editor">责任编辑：张三</div></div>
<div class="footer">版权所有 ${paper.page.site}</div><meta name="sitename" content="${paper.page.site}"></body></html>`,
  },
  {
    name: 'br',
    encoding: 'gb18030',
    page: (
      paper,
      body,
    ) => `<HTML><HEAD><META content="text/html; charset=gbk" http-equiv=Content-Type><TITLE>${paper.title}</TITLE><meta name="sitename" content="${paper.page.site}"></HEAD><BODY>
<div id=nav>${NAV}</div><div class=title align=center>${paper.title}</div><div align=center>发布日期：${paper.page.published}　　信息来源：${paper.page.source}　　浏览次数：<span id=hits>231</span></div>
<div class="content_text"><div>${body.lines(
      (text) => `&nbsp;&nbsp;&nbsp;&nbsp;${text}<br>`,
      (text) => `&nbsp;&nbsp;&nbsp;&nbsp;<b>${text}</b><br>`,
    )}</div></div>
<div align=right>【<a href="javascript:window.print()">打印</a>】【<a href="javascript:window.close()">关闭</a>】</div><div class=foot>Copyright 2024 ${paper.page.site} 版权所有</div></BODY></HTML>`,
  },
  {
    name: 'vsb',
    page: (
      paper,
      body,
    ) => `<!DOCTYPE html><html><head><meta charset="UTF-8"><title>${paper.title}-${paper.page.site}</title><META Name="SiteName" Content="${paper.page.site}"/></head><body><div class="top"><a href="index.htm">首页</a></div>
<form name="_newscontent_fromname"><div class="cont-tit"><h3>${paper.title}</h3><p>信息来源：${paper.page.source}　　　发布日期：${paper.page.published}</p></div>
<div id="vsb_content_2" class="v_news_content">${body.lines(
      (text) => `<p class="vsbcontent_start"><span>${text}</span></p>`,
      (text) => `<h4>${text}</h4>`,
    )}</div>
<div class="prev-next"><p>上一条：<a href="1.htm">关于开展安全生产检查的通知</a></p><p>下一条：<a href="3.htm">关于召开年度会议的通知</a></p></div></form>
<div class="sidebar"><div class="hot"><h3>热点新闻</h3><p>本市昨日召开全市经济工作会议，会议强调，要坚持稳中求进工作总基调，全力以赴做好各项工作。</p></div></div></body></html>`,
  },
  {
    name: 'word',
    page: (
      paper,
      body,
    ) => `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset="utf-8"><title>${paper.title}</title><meta name="Generator" content="Microsoft Word 15"></head><body lang=ZH-CN><div class=WordSection1><p class=MsoTitle align=center style='text-align:center'><b><span style='font-size:22.0pt;font-family:宋体'>${paper.title}</span></b></p>
<p class=MsoNormal align=center style='text-align:center'>（发布时间：${paper.page.published}　来源：${paper.page.source}）</p><p class=MsoNormal><o:p>&nbsp;</o:p></p>
${body.lines(
  (text) =>
    `<p class=MsoNormal style='text-indent:32.0pt'><span lang=EN-US><o:p></o:p></span><span style='font-family:仿宋'>${text}</span></p>`,
  (text) => `<h1><span style='font-family:黑体'>${text}</span></h1>`,
)}</div><meta name=sitename content="${paper.page.site}"></body></html>`,
  },
  {
    name: 'art',
    page: (
      paper,
      body,
    ) => `<!DOCTYPE html><html><head><meta charset="utf-8"/><title>${paper.page.site}  部门文件  ${paper.title}</title><meta name="SiteName" content="${paper.page.site}"/><meta name="ColumnName" content="部门文件"/><meta name="PubDate" content="${paper.page.published} 10:00:00"/><meta name="Author" content="管理员"/></head><body>
<div class="main"><div class="left fl"><ul class="menu">${NAV}</ul></div><div class="right fr"><div class="title"><h2>${paper.title}</h2></div><div class="sub">日期：${paper.page.published}<i></i>来源：${paper.page.source}<i></i>访问量：<script>document.write(1)</script></div>
<div id="art_con" class="main-txt">${body.lines(
      (text) => `<div style="line-height:2">${text}</div>`,
      (text) => `<div style="line-height:2"><strong>${text}</strong></div>`,
    )}</div>
<div class="fj"><p>附件：</p><a href="http://www.example.gov.cn/module/download/down.jsp?filename=a.docx">附件1.docx</a></div></div></div><div class="bottom">主办：${paper.page.site}　承办：信息中心　备案号：鲁ICP备0000号</div></body></html>`,
  },
];
