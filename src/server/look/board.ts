/** What the standing board adds 公示牌样式: calendar, bars, rules. */
export const BOARD = `
h4{font-size:.98rem;line-height:1.5;margin:.9rem 0 .1rem}
.clause{color:var(--soft);font-size:var(--xs);font-weight:400;white-space:nowrap}
.said{font-weight:400;color:var(--soft);font-size:var(--s);margin-left:.5em}
.when{list-style:none;margin:0;padding:0}
.when li{padding:.5rem 0;border-bottom:1px solid var(--line)}
.when li:last-child{border:0}.when b{font-weight:600;display:block}
caption{text-align:left;color:var(--soft);font-size:var(--s);padding-bottom:.4rem}
tfoot td,tfoot th{font-weight:600;border:0}
.bars th[scope=row]{padding-right:.9rem}.bars .bar{width:40%}
.bar svg{display:block;fill:var(--bar);width:100%;height:.85em}
.items{list-style:none;margin:0;padding:0}
.items li{padding:.38rem 0;border-bottom:1px solid #eeebe4}
.items li:last-child{border-bottom:0}
.what{display:block;color:var(--soft)}
.part+.part{border-top:1px solid var(--line);margin-top:1.2rem}
.part>h3 .said,.part>h3 .clause{font-family:var(--hei);font-size:var(--xs)}.part>h3{font:700 1.1rem/1.5 var(--song);color:var(--red)}
.items li,.sub,h3,h4,.plain li{break-inside:avoid}h3,h4,.sub{break-after:avoid}
.sub{font-size:var(--s);margin:.7rem 0 0}
.plain{margin:.2rem 0 .6rem;padding-left:1.3em}
.live{border-left:4px solid var(--red)}
@container (min-width:19em){.when li{display:grid;grid-template-columns:5.5em minmax(0,1fr);gap:.6rem}:lang(en) .when li{grid-template-columns:7.5em minmax(0,1fr)}}
@container (min-width:32em){.items li{display:grid;grid-template-columns:minmax(0,9.5em) minmax(0,1fr);gap:0 1rem}.bars .bar{width:60%}.bars th[scope=row]{white-space:nowrap}}
@container (min-width:45em){.flow{columns:2;column-gap:2.6rem;column-rule:1px solid var(--line)}.three{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:0 2rem}.board{grid-template-columns:1fr 1fr}.board>.full,.board>.calendar{grid-column:1/-1}}
@container (min-width:58em){.board{grid-template-columns:1.15fr 1.25fr .8fr}.board>.calendar{grid-column:auto}}
`.trim();
