/** What shows nothing or could not be kept: controls, U+0000 among them, marks of direction, fillers, selectors of variants, tags. */
const INVISIBLE = /[\p{Cc}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;
/** Controls that stand between words: tab, line ends, next line. */
const BREAKS = /[\t\n\v\f\r\u0085]+/g;
/** Half of a character of two: what is left of it is lost. */
const HALVES = /\p{Cs}/gu;
const SPACES = /[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+/g;
const WIDE = /[\uff01-\uff5e]/g;
const UNUSUAL = /[^\u0021-\u007e\u4e00-\u9fff]/;
const BETWEEN_HAN = /(?<=[\u3400-\u9fff·]) (?=[\u3400-\u9fff·])/g;
/** Radicals that look like whole characters 部首; text copied from a PDF has them in place of these. */
const RADICALS = /[\u2e80-\u2fd5]/g;
const WHOLE: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...'⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙'.matchAll(
      /(.)(.)/gu,
    ),
  ].map(([, radical = '', whole = '']) => [radical, whole]),
);
const DOTS = /[•・‧∙⋅･]/g;

/** Removes invisible characters and surrounding spaces 去空格, makes every run of spaces one and composes what is in parts: for words that are kept as written. */
export function tidy(text: string): string {
  if (!UNUSUAL.test(text)) return text;
  const visible = text.replace(BREAKS, ' ').replace(INVISIBLE, '').replace(HALVES, '\ufffd');
  return visible.normalize('NFC').replace(SPACES, ' ').trim();
}

/** Tidies and turns full-width digits, letters and punctuation 全角 into half-width, radicals into the characters they look like: for what is compared or read as a number. */
export function clean(text: string): string {
  if (!UNUSUAL.test(text)) return text;
  const half = text.replace(WIDE, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  return tidy(half.replace(RADICALS, (radical) => WHOLE[radical] ?? radical.normalize('NFKC')));
}

/** Cleans a number of a person 编号: the apostrophe goes that somebody put before digits so that a spreadsheet keeps them as text. */
export function cleanCode(text: string): string {
  return clean(text).replace(/^['‘’`]+(?=\d)/, '');
}

/** Whether characters of a text are lost 缺字: half a character, what a conversion left in its place, a question mark in a name. */
export function isMaimed(name: string): boolean {
  return /[?\ufffd□]/u.test(clean(name));
}

/** Cleans a person's name 姓名: the space that aligns two characters goes, every kind of middle dot becomes one. */
export function cleanName(text: string): string {
  return clean(text).replace(DOTS, '·').replace(BETWEEN_HAN, '');
}

/** The form in which labels, headings and levels are compared: cleaned, without any space, small letters. */
export function labelKey(text: string): string {
  return clean(text).replaceAll(' ', '').toLowerCase();
}
