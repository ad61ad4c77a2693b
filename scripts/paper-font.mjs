// Makes the fonts that printed forms embed: `node scripts/paper-font.mjs`. They are kept in the repository, so this is for whoever changes them.
// Needs Debian's fonts-noto-cjk (Noto Serif CJK SC, SIL Open Font License 1.1) and unicode-data (which characters the national table has).
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './install.mjs';

const SOURCES = '/usr/share/fonts/opentype/noto/NotoSerifCJK-';
const UNIHAN = '/usr/share/unicode/Unihan_OtherMappings.txt.bz2';

/** Every character of GB 2312, read from its rows. */
function gb2312() {
  const decode = new TextDecoder('gbk');
  const found = new Set();
  for (let row = 0xa1; row <= 0xf7; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      const text = decode.decode(Uint8Array.of(row, cell));
      const code = text.codePointAt(0) ?? 0;
      const own = code >= 0xe000 && code <= 0xf8ff;
      if ([...text].length === 1 && code !== 0xfffd && !own) found.add(code);
    }
  }
  return found;
}

/** Every character of the table of general standard characters 通用规范汉字表 (2013): 8,105, with those of names and places. */
function standardTable() {
  const text = execFileSync('bzcat', [UNIHAN], { maxBuffer: 1 << 28, encoding: 'utf8' });
  return [...text.matchAll(/^U\+([0-9A-F]+)\tkTGH\t/gm)].map((found) => Number.parseInt(found[1], 16));
}

/** Latin, the marks of official writing, boxes to tick, and numbers in circles. */
const marks = [
  ...Array.from({ length: 0x7f - 0x20 }, (_, at) => 0x20 + at),
  ...Array.from({ length: 0x100 - 0xa0 }, (_, at) => 0xa0 + at),
  ...Array.from({ length: 20 }, (_, at) => 0x2460 + at),
  ...[...'—–…‘’“”·•‧・‰′″※→←↑↓√×÷±≤≥≠□■△▲○●◎☆★☐☑☒✓✗〇〈〉《》「」『』【】〔〕〖〗〡〢〣　、。々㐂'].map((one) =>
    one.codePointAt(0),
  ),
  ...Array.from({ length: 0x5f }, (_, at) => 0xff01 + at),
];

const wasm = readFileSync(createRequire(import.meta.url).resolve('harfbuzzjs/dist/harfbuzz-subset.wasm'));

/** hb_tag_t of a table's name. */
const tag = (name) => [...name].reduce((sum, one) => (sum << 8) | one.charCodeAt(0), 0) >>> 0;

/** One face of the collection with only these characters and no layout tables: a form sets one character after another. */
async function subset(path, codes) {
  const {
    instance: { exports: hb },
  } = await WebAssembly.instantiate(wasm); // a heap of its own for each face
  const heap = () => new Uint8Array(hb.memory.buffer);
  const data = readFileSync(path);
  const at = hb.malloc(data.byteLength);
  heap().set(data, at);
  const blob = hb.hb_blob_create(at, data.byteLength, 2, 0, 0);
  const face = hb.hb_face_create(blob, SIMPLIFIED);
  const input = hb.hb_subset_input_create_or_fail();
  const wanted = hb.hb_subset_input_unicode_set(input);
  for (const code of codes) hb.hb_set_add(wanted, code);
  const dropped = hb.hb_subset_input_set(input, 3); // HB_SUBSET_SETS_DROP_TABLE_TAG
  for (const name of ['GSUB', 'GPOS', 'GDEF', 'BASE', 'vhea', 'vmtx', 'VORG', 'DSIG'])
    hb.hb_set_add(dropped, tag(name));
  const names = hb.hb_subset_input_set(input, 4); // HB_SUBSET_SETS_NAME_ID: the licence goes along
  for (const id of [13, 14]) hb.hb_set_add(names, id);
  hb.hb_subset_input_set_flags(input, 1); // HB_SUBSET_FLAGS_NO_HINTING
  const made = hb.hb_subset_or_fail(face, input);
  if (made === 0) throw new Error(`harfbuzz could not subset ${path}`);
  const out = hb.hb_face_reference_blob(made);
  const from = hb.hb_blob_get_data(out, 0);
  return Buffer.from(heap().slice(from, from + hb.hb_blob_get_length(out)));
}

/** The place of Noto Serif CJK SC in Debian's collection: JP, KR, SC, TC, HK. */
const SIMPLIFIED = 2;

const codes = [...new Set([...gb2312(), ...standardTable(), ...marks])].toSorted((a, b) => a - b);
for (const weight of ['Regular', 'Bold']) {
  const font = await subset(`${SOURCES}${weight}.ttc`, codes);
  writeFileSync(join(root, `src/paper/fonts/noto-serif-sc-${weight.toLowerCase()}.otf`), font);
  console.log(`${weight}: ${codes.length} characters, ${font.length} bytes`);
}
