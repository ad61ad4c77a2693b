/** Elder mode 大字版 (product §7): letters of 20 px, or 30 px, none below 18 px, lines of at least 1.5, targets of at least 60 px. */
export const BIG = `
:root{font-size:clamp(20px,.55vw + 16px,38px);--tap:60px;--s:1rem;--xs:.9rem;--soft:#43474e}
h1{line-height:1.5}
:root.bigger{font-size:clamp(30px,.55vw + 22px,46px)}
.top a,.foot a,.go a,.lead a,.choice h2 a,button{min-width:60px}
.top .own{justify-content:flex-start}.kicker{font-size:1rem;letter-spacing:.08em}.sums .tag{font-size:var(--xs)!important}
.wrap{padding:0 .7rem}.to{gap:0 .6rem}
`.trim();
