/** A piece of HTML whose every inserted text is escaped. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

const MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Escapes a text 转义 for element content and quoted attributes. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => MARKS[mark] ?? '');
}

/** What may stand in a template: text is escaped, pieces of HTML and lists of them are not; nothing stays nothing. */
export type Piece = string | number | Html | readonly Html[] | undefined | false;

/** Builds HTML from a template; attribute values must be quoted in it. */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  const parts = strings.map((string, at) => string + (at < pieces.length ? rendered(pieces[at]) : ''));
  return new Html(parts.join(''));
}

function rendered(piece: Piece): string {
  if (piece === undefined || piece === false) return '';
  if (piece instanceof Html) return piece.text;
  if (typeof piece === 'object') return piece.map((one) => one.text).join('');
  return escapeText(String(piece));
}
