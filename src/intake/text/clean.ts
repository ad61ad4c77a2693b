const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
const SPACES = /[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+/g;
const WIDE = /[\uff01-\uff5e]/g;
const UNUSUAL = /[^\u0021-\u007e\u4e00-\u9fff]/;
const BETWEEN_HAN = /(?<=[\u3400-\u9fff·]) (?=[\u3400-\u9fff·])/g;
const DOTS = /[•・‧∙⋅･]/g;

/** Removes invisible characters and surrounding spaces 去空格, and makes every run of spaces one: for words that are kept as written. */
export function tidy(text: string): string {
  return UNUSUAL.test(text) ? text.replace(INVISIBLE, '').replace(SPACES, ' ').trim() : text;
}

/** Tidies and turns full-width digits, letters and punctuation 全角 into half-width: for what is compared or read as a number. */
export function clean(text: string): string {
  if (!UNUSUAL.test(text)) return text;
  return tidy(text.replace(WIDE, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)));
}

/** Cleans a person's name 姓名: the space that aligns two characters goes, every kind of middle dot becomes one. */
export function cleanName(text: string): string {
  return clean(text).replace(DOTS, '·').replace(BETWEEN_HAN, '');
}

/** The form in which labels, headings and levels are compared: cleaned, without any space, small letters. */
export function labelKey(text: string): string {
  return clean(text).replaceAll(' ', '').toLowerCase();
}
