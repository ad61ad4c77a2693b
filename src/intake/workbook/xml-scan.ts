import { isUtf8 } from 'node:buffer';

/** What hears of an XML part's tags in order; names come without prefix, `tag` is the text between the angle brackets. */
export type XmlListener = {
  open(name: string, tag: string): void;
  close(name: string): void;
  text(text: string): void;
  /** Whether text is wanted where the scan stands: what nobody wants is not decoded. */
  readonly wanted: boolean;
};

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Turns the five named and the numbered references back into characters; any other entity is an error. @throws SyntaxError */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([\da-fA-F]{1,6})|#(\d{1,7})|(\w{1,8}));|&/g,
    (_, hex?: string, decimal?: string, name = '') => {
      if (hex ?? decimal) {
        const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
        return code <= 0x10ffff ? String.fromCodePoint(code) : '';
      }
      const known = Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
      if (known === undefined) throw new SyntaxError('unknown entity');
      return known;
    },
  );
}

/** The text of a cell with what a workbook writes as _x000D_ 转义字符 turned back into characters. */
export function unescapeCell(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([\da-fA-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** The value of an attribute 属性 in the text of a tag, whatever its prefix; undefined when it is not there. */
export function attribute(tag: string, name: string): string | undefined {
  for (let at = tag.indexOf(name); at >= 0; at = tag.indexOf(name, at + 1)) {
    const before = tag.charCodeAt(at - 1);
    if (before > 32 && before !== 58) continue;
    const match = /^\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(tag.slice(at + name.length, at + name.length + 2000));
    if (match) return unescapeXml(match[1] ?? match[2] ?? '');
  }
  return undefined;
}

function tagEnd(bytes: Buffer, from: number): number {
  let quote = 0;
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at];
    if (quote !== 0) quote = byte === quote ? 0 : quote;
    else if (byte === GT) return at;
    else if (byte === 0x22 || byte === 0x27) quote = byte;
  }
  throw new SyntaxError('tag without end');
}

function after(bytes: Buffer, mark: string, from: number): number {
  const at = bytes.indexOf(mark, from, 'latin1');
  if (at < 0) throw new SyntaxError('no end');
  return at + mark.length;
}

function localName(tag: string): string {
  const end = tag.search(/[\s/]/);
  const name = end < 0 ? tag : tag.slice(0, end);
  return name.slice(name.indexOf(':') + 1);
}

/**
 * Walks the bytes of an XML part from tag to tag, without building anything; a document type or entity definition 实体 is refused.
 * @throws SyntaxError when it is no UTF-8 XML or declares a document type
 */
export function scanXml(bytes: Buffer, listener: XmlListener): void {
  if (!isUtf8(bytes) || bytes.includes(0)) throw new SyntaxError('no UTF-8');
  let at = bytes.indexOf(LT);
  if (at < 0) throw new SyntaxError('no tag');
  while (at >= 0) {
    const next = bytes[at + 1];
    let end: number;
    if (next === 0x3f) end = after(bytes, '?>', at);
    else if (next === 0x21) end = scanMarked(bytes, at, listener);
    else end = scanTag(bytes, at, listener);
    at = bytes.indexOf(LT, end);
    if (at > end && listener.wanted) listener.text(unescapeXml(bytes.toString('utf8', end, at)));
  }
}

function scanMarked(bytes: Buffer, at: number, listener: XmlListener): number {
  const mark = bytes.toString('latin1', at, at + 9);
  if (mark.startsWith('<!--')) return after(bytes, '-->', at + 4);
  if (mark !== '<![CDATA[') throw new DoctypeError();
  const end = after(bytes, ']]>', at + 9);
  if (listener.wanted) listener.text(bytes.toString('utf8', at + 9, end - 3));
  return end;
}

function scanTag(bytes: Buffer, at: number, listener: XmlListener): number {
  const end = tagEnd(bytes, at + 1);
  if (bytes[at + 1] === SLASH) {
    listener.close(localName(bytes.toString('latin1', at + 2, end)));
    return end + 1;
  }
  const closed = bytes[end - 1] === SLASH;
  const tag = bytes.toString('utf8', at + 1, closed ? end - 1 : end);
  const name = localName(tag);
  listener.open(name, tag);
  if (closed) listener.close(name);
  return end + 1;
}

/** Thrown by scanXml where a part declares a document type, which no workbook needs and attacks use. */
export class DoctypeError extends SyntaxError {}
