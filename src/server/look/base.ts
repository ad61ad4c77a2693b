import { ENGLISH } from './english.ts';

/** What every page of the server wears 基本样式: colours, letters, the top line, head, cards. The narrow screen comes first; what follows asks how wide the page is in its own letters, so that large letters get the narrow form. */
export const BASE = `
:root{--paper:#faf9f6;--card:#fff;--ink:#1c1e21;--soft:#565b63;--line:#dedad1;--red:#a3191b;--bar:#49637e;--link:#1f4f82;--tap:44px;--s:.9rem;--xs:.82rem;
--song:"Source Han Serif SC","Noto Serif CJK SC","Songti SC",STSong,SimSun,serif;
--hei:"PingFang SC","Microsoft YaHei","Source Han Sans SC","Noto Sans CJK SC","Noto Sans SC",system-ui,sans-serif}
*{box-sizing:border-box}
html{font-size:clamp(16px,.55vw + 12px,34px);-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.7 var(--hei);font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
@supports not (overflow-wrap:anywhere){body{word-break:break-word}}
${ENGLISH}
html:lang(en) body{font-family:"Segoe UI","Helvetica Neue",Roboto,"Noto Sans","DejaVu Sans",var(--hei)}
a{color:var(--link);text-underline-offset:.2em}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:.5rem;background:var(--card);padding:.25rem .75rem;z-index:1}
.wrap{max-width:80.2rem;margin:0 auto;padding:0 1.1rem;container-type:inline-size}
.top{display:flex;flex-wrap:wrap;gap:0 1.2rem;align-items:center;padding:.5rem 0;font-size:var(--s);color:var(--soft)}
.top .own{color:var(--ink);text-decoration:none;gap:.5rem}
.to{display:flex;flex-wrap:wrap;gap:0 1.2rem;margin-left:auto}
.top img{width:1.5rem;height:1.5rem}
.top a,.foot a,.go a,.lead a,.choice h2 a{display:inline-flex;align-items:center;min-height:var(--tap)}
.demo{background:#fff6e2;border:1px solid #e3c98d;border-radius:.3rem;color:#5e4200;padding:.45rem .8rem;font-size:var(--s);margin:0}
.demo b{margin-right:.6em}
.head{text-align:center;padding-top:1.1rem}
.kicker{margin:0;color:var(--red);font-size:.95rem;letter-spacing:.22em;text-indent:.22em}
:lang(en) .kicker{letter-spacing:.04em;text-indent:0}
h1{font:700 clamp(1.5rem,1.1rem + 2.2vw,2.5rem)/1.4 var(--song);margin:.5rem 0 .25rem;letter-spacing:.04em;text-wrap:balance}
.by{margin:0;font-size:1.05rem}
.rule{height:0;border:0;border-top:3px solid var(--red);margin:1.1rem 0 0}
.rule+.rule{border-top-width:1px;margin-top:3px}
.lead{max-width:46rem;margin:1.2rem auto 0;color:var(--soft);text-wrap:pretty}
.facts{display:flex;flex-direction:column;gap:.2rem 2rem;margin:.9rem 0 0;padding:0;font-size:var(--s)}
.facts div{display:flex;gap:.6em}.facts dt{color:var(--soft);white-space:nowrap}.facts dd{margin:0}
.cols,.choice{display:grid;gap:1.2rem;margin:1.6rem 0 2.5rem;grid-template-columns:minmax(0,1fr)}
.one{max-width:56rem;margin-left:auto;margin-right:auto}
.card{background:var(--card);border:1px solid var(--line);border-radius:.4rem;padding:.9rem 1rem 1rem;min-width:0}
h2{font:700 1.2rem/1.5 var(--song);margin:0 0 .7rem;padding-bottom:.45rem;border-bottom:1px solid var(--line)}
h3{font-size:1.02rem;line-height:1.5;margin:1.2rem 0 .3rem}h3:first-of-type{margin-top:.4rem}
p{margin:.3rem 0 .6rem}.soft{color:var(--soft);font-size:var(--s)}
.tag{color:var(--soft);font-size:var(--xs);border:1px solid var(--line);border-radius:.2rem;padding:0 .3em;margin-left:.4em;white-space:nowrap}
table{width:100%;border-collapse:collapse}
th,td{text-align:left;font-weight:400;padding:.4rem 0;border-bottom:1px solid var(--line);vertical-align:middle}
thead th{color:var(--soft);font-size:var(--xs);padding-top:0}
td.n,th.n{text-align:right;padding-left:.8rem;white-space:nowrap}
.code{font:1rem/1.7 ui-monospace,Consolas,"DejaVu Sans Mono",monospace;word-break:break-word}
.go{display:flex;flex-wrap:wrap;gap:0 1.4rem;margin:0}
.foot{border-top:1px solid var(--line);padding:1rem 0 2rem;color:var(--soft);font-size:var(--s);display:flex;flex-wrap:wrap;gap:0 1.5rem;align-items:center}
.scan{display:flex;flex-wrap:wrap;gap:.6rem 1.2rem;align-items:center}.scan div{flex:1 1 12rem}.scan h2{border:0;padding:0;margin:0}.qr{display:block;width:9rem;max-width:100%}
@container (min-width:32em){.head{padding-top:1.6rem}.lead{text-align:center;text-wrap:balance}.facts{flex-flow:wrap;justify-content:center}.card{padding:1.1rem 1.2rem 1.2rem}}
@container (min-width:45em){.choice{grid-template-columns:repeat(2,minmax(0,1fr))}}
`.trim();
