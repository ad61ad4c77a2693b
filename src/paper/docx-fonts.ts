import type { Face } from './page.ts';

/** The fonts that a Word file names 字体: those of official documents, which offices have; none of them is shipped. */
export const FACES: { readonly [F in Face]: { readonly eastAsia: string; readonly latin: string } } = {
  song: { eastAsia: '仿宋_GB2312', latin: 'Times New Roman' },
  title: { eastAsia: '方正小标宋简体', latin: 'Times New Roman' },
  hei: { eastAsia: '黑体', latin: 'Times New Roman' },
};

/** What Word and WPS take where a font is not there: other names of the same design first. */
const ALTERNATIVES: Readonly<Record<string, string>> = {
  仿宋_GB2312: '仿宋,FangSong,FangSong_GB2312,华文仿宋,STFangsong',
  方正小标宋简体: '方正小标宋_GBK,FZXiaoBiaoSong-B05S,小标宋,华文中宋,STZhongsong,宋体,SimSun',
  黑体: 'SimHei,华文黑体,STHeiti',
};

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** The table of fonts of a Word file, with what may stand for each. */
export function fontTable(): string {
  const chinese = Object.entries(ALTERNATIVES).map(
    ([name, others]) =>
      `<w:font w:name="${name}"><w:altName w:val="${others}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="default"/></w:font>`,
  );
  const latin =
    '<w:font w:name="Times New Roman"><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>';
  return `${HEAD}<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${latin}${chinese.join('')}</w:fonts>`;
}

/** A theme that names no font an office lacks: WPS warns of missing fonts when a theme does, used or not. */
export function theme(): string {
  const font = '<a:latin typeface="Times New Roman"/><a:ea typeface="仿宋_GB2312"/><a:cs typeface="Times New Roman"/>';
  const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  const line = `<a:ln w="6350" cap="flat" cmpd="sng" algn="ctr">${fill}<a:prstDash val="solid"/></a:ln>`;
  const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>';
  const thrice = (part: string): string => part.repeat(3);
  const color = (name: string, value: string): string => `<a:${name}><a:srgbClr val="${value}"/></a:${name}>`;
  const colors = [
    color('dk1', '000000'),
    color('lt1', 'FFFFFF'),
    color('dk2', '1F2937'),
    color('lt2', 'F3F4F6'),
    ...[1, 2, 3, 4, 5, 6].map((at) => color(`accent${at}`, '9B1C1C')),
    color('hlink', '1D4ED8'),
    color('folHlink', '6D28D9'),
  ].join('');
  return `${HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="公文"><a:themeElements><a:clrScheme name="公文">${colors}</a:clrScheme><a:fontScheme name="公文"><a:majorFont>${font}</a:majorFont><a:minorFont>${font}</a:minorFont></a:fontScheme><a:fmtScheme name="公文"><a:fillStyleLst>${thrice(fill)}</a:fillStyleLst><a:lnStyleLst>${thrice(line)}</a:lnStyleLst><a:effectStyleLst>${thrice(effect)}</a:effectStyleLst><a:bgFillStyleLst>${thrice(fill)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`;
}
