/** What forms and results add 表单样式. */
export const FORM = `
.choice h2{border:0;padding:0;margin:0 0 .3rem}
form{margin-top:.8rem}
.tries{list-style:none;margin:.6rem 0 0;padding:0;display:grid;gap:.5rem}.tries form{margin:0}button.quiet{width:100%;background:#fff;color:var(--link);border:1px solid #8b857a;text-align:left;padding:.4rem 1rem}
label{display:block;font-weight:600}
input:not([type=hidden]),textarea{display:block;width:100%;max-width:100%;min-height:max(48px,var(--tap));margin-top:.3rem;padding:.55rem .7rem;font:inherit;font-weight:400;color:inherit;background:#fff;border:1px solid #8b857a;border-radius:.3rem}
textarea{resize:vertical}[aria-invalid=true]{border:2px solid var(--red)!important}
button{font:inherit;min-height:max(48px,var(--tap));padding:.4rem 1.6rem;color:#fff;background:var(--red);border:0;border-radius:.3rem;cursor:pointer}
.slip .qr{width:11rem}
.wrong{color:var(--red);font-weight:600}
.code.big{font-size:1.35rem;font-weight:700}
#follow input{max-width:30rem}
.lines{margin:0 0 1.2rem}.lines div{padding:.45rem 0;border-bottom:1px solid var(--line)}.lines dt{color:var(--soft)}.lines dd{margin:0}
.asked{margin:0}.asked dt{font-weight:600}.asked dd{margin:0 0 .9rem}.said-so{white-space:pre-line}
.sheet .room{min-height:16rem;border-bottom:1px solid var(--line)}.sheet .small{min-height:5rem}
@container (min-width:26em){.lines div{display:grid;grid-template-columns:6.5em minmax(0,1fr);gap:.6rem}}
@container (min-width:45em){#follow{grid-column:1/-1}}
`.trim();
