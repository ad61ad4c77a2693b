/** What a running notice adds 公示样式: the table of names, which becomes one block a person where letters are large and the page narrow. */
export const NOTICE = `
.sums td:last-child{font-weight:600}
.asked{margin:0}.asked dt{font-weight:600}.asked dd{margin:0 0 .9rem}.said-so{white-space:pre-line}
.running{display:none}
@container (max-width:32em){.sums td.n,.sums th.n{padding-left:.35rem;font-size:var(--s)}.sums .tag{font-size:.75rem;margin-left:.2em;padding:0 .2em}.sums td:last-child,.sums th:last-child{padding-left:.65rem}}
@container (max-width:20em){.sums thead{position:absolute;left:-99rem}.sums tr{display:block;padding:.5rem 0;border-bottom:1px solid var(--line)}.sums tbody th,.sums td.n{display:flex;justify-content:space-between;align-items:baseline;border:0;padding:.1rem 0;font-size:1rem;white-space:normal}.sums tbody th{font-weight:600;justify-content:flex-start}.sums td::before{content:attr(data-of);color:var(--soft);font-weight:400}.sums .tag{font-size:var(--xs)}}
`.trim();
