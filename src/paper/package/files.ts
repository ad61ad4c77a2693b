import { fill } from '#words/fill.ts';
import { packageEn } from '#words/package.en.ts';
import { packageZhCN } from '#words/package.zh-CN.ts';
import { sayInstant } from '#words/say-instant.ts';
import type { PackageContents, PackedDocument, PackedForm, PackedScan } from './contents.ts';
import { documentText, periodText } from './document-text.ts';

/** Old editors on Windows take a text for Chinese in UTF-8 only by this. */
const MARK = '\uFEFF';

/** The files of a package 存档包 by their path, without the list of them; the same contents give the same files. */
export function packageFiles(contents: PackageContents): ReadonlyMap<string, string | Uint8Array> {
  const { lines, texts, documents, forms, scans, programs } = contents;
  const files: [string, string | Uint8Array][] = [
    ['README.txt', readme(contents)],
    ['archive.jsonl', lines.join('')],
    ...texts.flatMap(({ version, document, source }): [string, string][] => {
      const path = `scheme/scheme-${version}`;
      const written = source !== '' && source !== document;
      return [[`${path}.json`, document], ...(written ? [[`${path}.yaml`, source] as [string, string]] : [])];
    }),
    ...documents.flatMap((document): [string, string][] => {
      const path = `documents/${nameOf(document)}`;
      return [
        [`${path}.json`, document.text],
        [`${path}.txt`, onPaper(documentText(document, contents))],
      ];
    }),
    ...(forms.length > 0 ? [['forms/INDEX.txt', onPaper(forms.map(indexed))] as [string, string]] : []),
    ...forms.flatMap(({ name, files: made }) =>
      [...made].map(([ending, bytes]): [string, Uint8Array] => [`forms/${name}.${ending}`, bytes]),
    ),
    ['proofs/head.txt', onPaper(fillAll(packageZhCN.proof, contents))],
    ['proofs/documents.tsv', proofs(documents)],
    ...(scans.length === 0 ? [] : [['proofs/scans.tsv', scanned(scans)] as [string, string]]),
    ...programs,
  ];
  return new Map(files);
}

/** What the files of a document are called 文件名, without their ending. */
export function nameOf({ kind, number }: Pick<PackedDocument, 'kind' | 'number'>): string {
  return `${kind}-${number}`;
}

/** A line of the list of forms: what the files are called, and what they are. */
function indexed({ name, period, title, files }: PackedForm): string {
  return `${name}　${periodText(period)}　${title}（${[...files.keys()].join('、')}）`;
}

function readme(contents: PackageContents): string {
  return onPaper([...fillAll(packageZhCN.readme, contents), '', ...fillAll(packageEn.readme, contents)]);
}

function onPaper(lines: readonly string[]): string {
  return `${MARK}${lines.join('\r\n')}\r\n`;
}

function fillAll(lines: readonly string[], contents: PackageContents): readonly string[] {
  const { branch, year, head, documents, scores, asOf } = contents;
  const params = {
    branch: branch.name,
    id: branch.id,
    year,
    documents: documents.length,
    forms: contents.forms.length,
    head: head.hash,
    events: head.seq,
    at: sayInstant(head.at),
    scores,
    asOf: asOf ?? packageZhCN.none,
  };
  return lines.map((line) => fill(line, params));
}

/** Where each document stands in the chain, as a table that any program reads; nothing in it was typed by anybody. */
function proofs(documents: readonly PackedDocument[]): string {
  const rows = documents.map((one) => [nameOf(one), one.period ?? '', one.supersedes ?? '', one.seq, one.hash]);
  return [['document', 'period', 'supersedes', 'event', 'hash'], ...rows].map((row) => `${row.join('\t')}\n`).join('');
}

/** The scans of signed sheets with the digests by which their files are told; the files lie where they are kept, as attached files do. */
function scanned(scans: readonly PackedScan[]): string {
  const rows = scans.map(({ scan, of, number, day, state, file, sha256, kept }) =>
    [scan, of, number ?? '', day, state, file, sha256, kept].join('\t'),
  );
  return `${[['scan', 'of', 'number', 'day', 'state', 'file', 'sha256', 'kept'].join('\t'), ...rows].join('\n')}\n`;
}
