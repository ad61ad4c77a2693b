import { ENGLISH } from './english.ts';

/** What a wall wears 电视样式: one page is one screen of 16:9 at any number of pixels, 32 px letters at 1080p; a narrow or low window gets an ordinary page. */
export const TV = `
:root{--paper:#faf9f6;--ink:#1c1e21;--soft:#4a4f57;--line:#d5d0c5;--red:#a3191b;--bar:#49637e;--link:#1f4f82;
--song:"Source Han Serif SC","Noto Serif CJK SC","Songti SC",STSong,SimSun,serif;
--hei:"PingFang SC","Microsoft YaHei","Source Han Sans SC","Noto Sans CJK SC","Noto Sans SC",system-ui,sans-serif}
*{box-sizing:border-box;margin:0}
html{font-size:min(1.6667vw,2.963vh)}
body{height:100vh;overflow:hidden;display:grid;grid-template-rows:auto minmax(0,1fr) auto;padding:1.1rem 2.2rem .5rem;background:var(--paper);color:var(--ink);font:1rem/1.5 var(--hei);font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
${ENGLISH}
html:lang(en) body{font-size:.84rem;font-family:"Segoe UI","Helvetica Neue",Roboto,"Noto Sans","DejaVu Sans",var(--hei)}
a{color:var(--link);text-underline-offset:.2em}:focus-visible{outline:3px solid var(--link);outline-offset:2px}
header{display:flex;flex-wrap:wrap;align-items:baseline;gap:0 1.2rem;border-bottom:4px solid var(--red);padding-bottom:.5rem}
h1{font:700 1.7rem/1.4 var(--song);letter-spacing:.04em}header p{color:var(--soft)}header .red{color:var(--red);margin-left:auto}
main{padding:.9rem 0 .3rem;min-height:0}
h2{font:700 1.25rem/1.4 var(--song);margin-bottom:.5rem}.next{margin-top:1.1rem}h3{font-size:1rem;line-height:1.5}
.soft{color:var(--soft);font-size:.8rem}
.two{display:grid;grid-template-columns:1fr 1fr;gap:0 3rem}.wideleft{grid-template-columns:1.3fr 1fr}
table{width:100%;border-collapse:collapse}th,td{text-align:left;font-weight:400;border-bottom:1px solid var(--line);padding:.25rem 0;line-height:1.4}
thead th{color:var(--soft);font-size:.8rem}.n{text-align:right;padding-left:.6rem;white-space:nowrap}.sums{table-layout:fixed}.sums th:first-child{width:41%}.long{font-size:.75em}.sums td:last-child{font-weight:700}.note{margin-top:.6rem}
.tag{color:var(--soft);font-size:.7rem;border:1px solid var(--line);border-radius:.2rem;padding:0 .25em;margin-left:.35em;white-space:nowrap}
.bars .bar{width:62%;padding:0 1rem}.bars td,.bars th{padding:.45rem 0;font-size:1.15rem}.bars.many td,.bars.many th{font-size:.9rem;line-height:1.3;padding:.1rem 0}.bar svg{display:block;width:100%;height:1.3rem;fill:var(--bar)}.many .bar svg{height:1rem}.many~.soft{font-size:.72rem}
ul,ol{list-style:none;padding:0}li{display:grid;grid-template-columns:5.2em minmax(0,1fr);gap:0 .6em;padding:.27rem 0;border-bottom:1px solid var(--line)}li b{font-weight:600}:lang(en) ol li{grid-template-columns:7em minmax(0,1fr)}
.three .scan{align-items:flex-start;flex-direction:column;gap:.6rem}.three{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:0 2.4rem}.three h3{font:700 1.1rem/1.5 var(--song);margin-bottom:.3rem}
.scan{display:flex;gap:1.4rem;align-items:center;margin-top:1rem}.qr{display:block;width:9.5rem;flex:none;border:1px solid var(--line)}
.say{font-size:1.5rem;line-height:1.6;margin-bottom:.6rem}.mid{height:100%;display:flex;flex-direction:column;justify-content:center}.mid .say{font-size:2rem}.mid p{font-size:1.2rem}.say b{font-weight:700;color:var(--red)}
footer{display:flex;flex-wrap:wrap;gap:0 1.6rem;align-items:center;border-top:1px solid var(--line);font-size:.7rem;color:var(--soft)}
nav{display:flex;flex-wrap:wrap;gap:0 1.2rem}footer a{display:inline-flex;align-items:center;justify-content:center;min-height:60px;min-width:60px}footer .at{margin-right:auto}
.big footer,.big .soft{font-size:.85rem}.demo{color:#5e4200;background:#fff6e2;padding:0 .6em}
@media (max-width:60em),(max-height:30em){html{font-size:16px}html.big{font-size:18px}.sums th:first-child{width:34%}body{display:block;height:auto;overflow:auto;padding:.8rem}.two,.three{display:block}.scan{flex-wrap:wrap}.qr{max-width:100%}h1{font-size:1.3rem}header .red{margin-left:0}.soft,thead th,footer,.tag{font-size:.9rem}.n{padding-left:.3rem}.sums .n{font-size:.75rem;padding-left:.2rem}.say{font-size:1.1rem}main>*+*,.two>*+*,.three>*+*{margin-top:1rem}.bars td,.bars th{font-size:1rem}.bars .bar{width:35%;padding:0 .4rem}}
`.trim();
