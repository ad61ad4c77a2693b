/** How pages are printed 打印样式: A4 unless the address says A3; no links and forms, the table's head again on every sheet, sheets numbered, the QR code at least 35 mm wide. */
export const PAPER = `
.on-paper{display:none}
@media print{@page{size:A4;margin:12mm 12mm 14mm;@bottom-center{content:counter(page) " / " counter(pages);font:9pt sans-serif;color:#565b63}}
:root,:root.bigger{font-size:9pt;--s:.92rem;--xs:.85rem}body{background:#fff;line-height:1.5}
.on-paper{display:block}.demo{display:inline-block;padding:0 .6rem}.demo b{margin:0}.rules{order:1}.top,.skip,.demo span,.go,form,.no-paper{display:none!important}
.wrap{max-width:none;padding:0;container-type:normal}.head{padding-top:0;text-align:center}h1{font-size:2rem}.lead{text-align:center;max-width:none;margin-top:.6rem}.facts{flex-flow:wrap;justify-content:center}
.card{border:0;padding:0 0 .5rem}.cols{gap:.6rem 1.4rem;margin:.8rem 0 0}.one{max-width:none}
.board{grid-template-columns:1.1fr 1.3fr .8fr}.board>.full{grid-column:1/-1}.flow{columns:2;column-gap:1.6rem;column-rule:1px solid var(--line)}.three{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:0 1.4rem}
.when li{display:grid;grid-template-columns:4.5em 1fr;padding:.3rem 0}.items li{display:grid;grid-template-columns:minmax(0,8em) minmax(0,1fr);gap:0 1rem;padding:.18rem 0}
.wide{overflow:visible}thead{display:table-header-group}tr,.when li,.scan,h2+p{break-inside:avoid}h2{break-after:avoid}
.sums{font-size:1.25rem}.sums th,.sums td{padding-top:.22rem;padding-bottom:.22rem}.sums .running{display:table-row}.running th{text-align:left;padding-top:0}
.qr{width:36mm;flex:none}.scan{flex-wrap:nowrap}.foot{padding:.4rem 0 0}.bar svg,.qr{-webkit-print-color-adjust:exact;print-color-adjust:exact}
#question,#concern,#follow{display:none}}
`.trim();

/** The larger sheet A3: its letters so much larger that it is read from a step away. */
export const A3 = `@media print{@page{size:A3;margin:18mm 18mm 20mm}:root,:root.bigger{font-size:13pt}.qr{width:45mm}}`;
