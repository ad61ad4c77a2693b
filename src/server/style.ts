import { createHash } from 'node:crypto';

/** The one style 样式 of the pages that need no script: screen from 360 px to 4K, and paper. */
export const STYLE = `
:root{--paper:#faf9f6;--card:#fff;--ink:#1c1e21;--soft:#565b63;--line:#dedad1;--red:#a3191b;--bar:#49637e;--link:#1f4f82;
--song:"Source Han Serif SC","Noto Serif CJK SC","Songti SC",STSong,SimSun,serif;
--hei:"PingFang SC","Microsoft YaHei","Source Han Sans SC","Noto Sans CJK SC","Noto Sans SC",system-ui,sans-serif}
*{box-sizing:border-box}
html{font-size:clamp(16px,.55vw + 12px,34px);-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.7 var(--hei);font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
a{color:var(--link);text-underline-offset:.2em}
a:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:.5rem;background:var(--card);padding:.25rem .75rem;z-index:1}
.wrap{max-width:78rem;margin:0 auto;padding:0 1.1rem}
.top{display:flex;gap:.75rem;align-items:center;padding:.8rem 0;font-size:.9rem;color:var(--soft)}
.top .own{color:var(--ink);text-decoration:none;display:flex;gap:.5rem;align-items:center}
.top img{width:1.5rem;height:1.5rem;display:block}
.top .to{margin-left:auto}
.top .to a,.top .own,.foot a{display:inline-flex;align-items:center;min-height:44px}
.demo{background:#fff6e2;border:1px solid #e3c98d;border-radius:.3rem;color:#5e4200;padding:.45rem .8rem;font-size:.9rem;margin:0}
.demo b{margin-right:.6em}
.head{text-align:center;padding:1.6rem 0 0}
.kicker{margin:0;color:var(--red);font-size:.95rem;letter-spacing:.22em;text-indent:.22em}
h1{font:700 clamp(1.55rem,1.1rem + 2.2vw,2.5rem)/1.35 var(--song);margin:.5rem 0 .25rem;letter-spacing:.04em;text-wrap:balance}
html:lang(en) body{font-family:"Segoe UI","Helvetica Neue",Roboto,"Noto Sans","DejaVu Sans",var(--hei)}:lang(en) .kicker{letter-spacing:.04em;text-indent:0}
.by{margin:0;font-size:1.05rem}
.rule{height:0;border:0;border-top:3px solid var(--red);margin:1.1rem 0 0}
.rule+.rule{border-top-width:1px;margin-top:3px}
.lead{max-width:46rem;margin:1.2rem auto 0;color:var(--soft);text-align:center;text-wrap:balance}
.facts{display:flex;flex-wrap:wrap;justify-content:center;gap:.2rem 2rem;margin:.9rem 0 0;padding:0;font-size:.92rem}
.facts div{display:flex;gap:.6em}.facts dt{color:var(--soft)}.facts dd{margin:0}
.cols{display:grid;gap:1.2rem;margin:1.6rem 0 2.5rem}
.card{background:var(--card);border:1px solid var(--line);border-radius:.4rem;padding:1.1rem 1.2rem 1.2rem;min-width:0}
h2{font:700 1.2rem/1.4 var(--song);margin:0 0 .7rem;padding-bottom:.45rem;border-bottom:1px solid var(--line)}
h3{font-size:1.02rem;line-height:1.5;margin:1.2rem 0 .3rem}h3:first-of-type{margin-top:.4rem}
h4{font-size:.98rem;line-height:1.5;margin:.9rem 0 .1rem}
p{margin:.3rem 0 .6rem}.soft{color:var(--soft);font-size:.9rem}
.clause,.tag{color:var(--soft);font-size:.82rem;font-weight:400;white-space:nowrap}
.tag{border:1px solid var(--line);border-radius:.2rem;padding:0 .3em;margin-left:.5em}
.said{font-weight:400;color:var(--soft);font-size:.9rem;margin-left:.5em}
.when{list-style:none;margin:0;padding:0}
.when li{display:grid;grid-template-columns:5.5em 1fr;gap:.6rem;padding:.5rem 0;border-bottom:1px solid var(--line)}
.when li:last-child{border:0;padding-bottom:0}.when b{font-weight:600}
:lang(en) .when li{grid-template-columns:7.5em 1fr}
table{width:100%;border-collapse:collapse}
caption{text-align:left;color:var(--soft);font-size:.9rem;padding-bottom:.4rem}
th,td{text-align:left;font-weight:400;padding:.4rem 0;border-bottom:1px solid var(--line);vertical-align:middle}
thead th{color:var(--soft);font-size:.85rem;padding-top:0}
td.n,th.n{text-align:right;padding-left:.8rem;white-space:nowrap}
tfoot td,tfoot th{font-weight:600;border:0}
.bars th[scope=row]{white-space:nowrap;padding-right:.9rem}.bars td.bar{width:60%}
svg{display:block;fill:var(--bar);width:100%;height:.85em}
.qr{max-width:9rem}.qr svg{height:auto}
.items{list-style:none;margin:0;padding:0}
.items li{display:grid;grid-template-columns:minmax(0,9.5em) minmax(0,1fr);gap:0 1rem;padding:.38rem 0;border-bottom:1px solid #eeebe4}
.items li:last-child{border-bottom:0}
.items .what{color:var(--soft)}
.part{padding-top:.2rem}.part+.part{border-top:1px solid var(--line);margin-top:1.2rem}
.items li,.sub,h3,h4,.plain li{break-inside:avoid}h3,h4,.sub{break-after:avoid}
.part>h3 .said,.part>h3 .clause{font-family:var(--hei);font-size:.85rem}.part>h3{font:700 1.1rem/1.5 var(--song);color:var(--red)}
.sub{font-size:.92rem;margin:.7rem 0 0;color:var(--ink)}
.plain{margin:.2rem 0 .6rem;padding-left:1.3em}
.doors h3{margin-top:.2rem}
.foot{border-top:1px solid var(--line);padding:1rem 0 2rem;color:var(--soft);font-size:.88rem;display:flex;flex-wrap:wrap;gap:.3rem 1.5rem;align-items:center}
.choice{display:grid;gap:1.2rem;margin:1.8rem 0}
.choice h2{border:0;padding:0;margin:0 0 .3rem}.choice h2 a{display:inline-block;min-height:44px;padding:.4rem 0}
.choice p{margin:0}.choice section.card p{margin:.3rem 0 .6rem}.choice form{margin-top:.8rem}
.cols.one{grid-template-columns:minmax(0,1fr);max-width:56rem;margin-left:auto;margin-right:auto}
label{display:block;font-weight:600}
input:not([type=hidden]),textarea{display:block;width:100%;max-width:100%;min-height:48px;margin-top:.3rem;padding:.55rem .7rem;font:inherit;color:inherit;background:#fff;border:1px solid #8b857a;border-radius:.3rem}
textarea{resize:vertical}[aria-invalid=true]{border:2px solid var(--red)!important}
input:focus-visible,textarea:focus-visible,button:focus-visible,.wide:focus-visible{outline:3px solid var(--link);outline-offset:2px}
button{font:inherit;min-height:48px;padding:.4rem 1.6rem;color:#fff;background:var(--red);border:0;border-radius:.3rem;cursor:pointer}
.wrong{color:var(--red);font-weight:600}
.code{font:1rem/1.7 ui-monospace,Consolas,"DejaVu Sans Mono",monospace;word-break:break-word}.code.big{font-size:1.35rem;font-weight:700}
.go{display:flex;flex-wrap:wrap;gap:0 1.4rem;margin:0}.go a{display:inline-flex;align-items:center;min-height:44px}
.wide{overflow-x:auto}.sums .tag{margin-left:.35em;padding:0 .2em}#follow{grid-column:1/-1}#follow input{max-width:30rem}.facts dt{white-space:nowrap}.sums td:last-child{font-weight:600}
.lines{margin:0 0 1.2rem}.lines div{display:grid;grid-template-columns:6.5em minmax(0,1fr);gap:.6rem;padding:.45rem 0;border-bottom:1px solid var(--line)}.lines dt{color:var(--soft)}.lines dd{margin:0}
.asked{margin:0}.asked dt{font-weight:600}.asked dd{margin:0 0 .9rem}.said-so{white-space:pre-line}
.sheet .room{min-height:16rem;border-bottom:1px solid var(--line)}.sheet .small{min-height:5rem}
@media (min-width:48em){.choice{grid-template-columns:1fr 1fr}.flow{columns:2;column-gap:2.6rem;column-rule:1px solid var(--line)}.doors .three{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:0 2rem}.cols{grid-template-columns:1fr 1fr}.cols>.calendar,.cols>.doors,.cols>.rules{grid-column:1/-1}}
@media (min-width:66em){.cols{grid-template-columns:1.15fr 1.25fr .8fr}.cols>.calendar{grid-column:auto}}
@media (max-width:34em){.lead{text-align:left;text-wrap:pretty}.items li{grid-template-columns:1fr}.facts{justify-content:flex-start;flex-direction:column}.head{padding-top:1.1rem}.card{padding:.9rem 1rem 1rem}.bars td.bar{width:45%}.sums td.n,.sums th.n{padding-left:.35rem;font-size:.9rem}.sums .tag{font-size:.75rem;margin-left:.2em}.sums td:last-child,.sums th:last-child{padding-left:.65rem}}
@media print{@page{size:A4;margin:12mm}html{font-size:9pt}body{background:#fff;line-height:1.5}.top .to,.skip,.foot a,.own{display:none}.top{padding:0}.head{padding-top:.4rem}.card{border:0;padding:0 0 .6rem}.cols{grid-template-columns:1.1fr 1.3fr .8fr;gap:.6rem 1.4rem;margin:1rem 0}.cols>.calendar{grid-column:auto}.cols>.doors,.cols>.rules{grid-column:1/-1}.flow{columns:2;column-gap:1.6rem}.three{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:0 1.4rem}.when li{grid-template-columns:4em 1fr}.items li{grid-template-columns:minmax(0,8em) minmax(0,1fr);padding:.22rem 0}.when li,tr{break-inside:avoid}.wrap{max-width:none;padding:0}.foot{padding:.5rem 0 0}form,#question,#concern,#follow,.go{display:none}.cols.one{grid-template-columns:1fr;max-width:none}svg{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
`.trim();

/** The style as the content security policy names it. */
export const STYLE_HASH = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;

/** The mark of the software: a sun over the lines of a ledger. */
export const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#a3191b"/><path d="M9 18a7 7 0 0 1 14 0z" fill="#ffe9b8"/><path d="M16 5v3M7 9l2 2M25 9l-2 2" stroke="#ffe9b8" stroke-width="2" stroke-linecap="round"/><path d="M6 21.5h20M8 25.5h16" stroke="#fff" stroke-width="2" stroke-linecap="round"/></svg>';
