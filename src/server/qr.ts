import { encode } from 'uqr';
import { type Html, html } from './html.ts';

/** Light modules around a QR code, without which scanners do not find it (ISO/IEC 18004). */
const QUIET = 4;

/** A QR code 二维码 of a text as one stroke a row, small enough for a page of 30 KB; `label` is what it is for who does not see it. */
export function qr(text: string, label: string): Html {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET });
  const rows = data.map((row, y) => strokes(row, y)).join('');
  return html`<svg class="qr" role="img" aria-label="${label}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill="none" stroke="#000" d="${rows}"/></svg>`;
}

/** The dark modules of a row, each run one line; what follows the first is relative to it. */
function strokes(row: readonly boolean[], y: number): string {
  let [path, end] = ['', -1];
  for (let x = 0; x < row.length; x++) {
    if (row[x] !== true) continue;
    const from = x;
    while (row[x + 1] === true) x++;
    path += end === -1 ? `M${from} ${y}.5` : `m${from - end} 0`;
    path += `h${x + 1 - from}`;
    end = x + 1;
  }
  return path;
}
