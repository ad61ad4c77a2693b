import { attribute, scanXml } from './xml-scan.ts';

/** One sheet of a workbook as the workbook names it, with the path of its part. */
export type SheetPart = { readonly name: string; readonly hidden: boolean; readonly path: string };

/** What a workbook says of itself: its sheets in order, the paths of styles and shared strings, and where its day numbers begin. */
export type WorkbookParts = {
  readonly sheets: readonly SheetPart[];
  readonly styles?: string;
  readonly strings?: string;
  readonly epoch1904: boolean;
};

type Relation = { readonly id: string; readonly kind: string; readonly path: string };

function resolvePath(base: string, target: string): string {
  const steps = target.startsWith('/') ? [] : base.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function readRelations(part: Buffer, base: string): readonly Relation[] {
  const found: Relation[] = [];
  scanXml(part, {
    wanted: false,
    open(name, tag) {
      if (name !== 'Relationship' || attribute(tag, 'TargetMode') === 'External') return;
      const kind = (attribute(tag, 'Type') ?? '').split('/').at(-1) ?? '';
      found.push({ id: attribute(tag, 'Id') ?? '', kind, path: resolvePath(base, attribute(tag, 'Target') ?? '') });
    },
    close: () => {},
    text: () => {},
  });
  return found;
}

/** Finds the sheets of a workbook 工作簿 through its relations; `read` gives a part's bytes or undefined. @throws SyntaxError when there is no workbook */
export function readWorkbookParts(read: (path: string) => Buffer | undefined): WorkbookParts {
  const root = read('_rels/.rels');
  const main = root ? readRelations(root, '').find((one) => one.kind === 'officeDocument')?.path : undefined;
  const path = main ?? 'xl/workbook.xml';
  const book = read(path);
  const relationsPath = path.replace(/([^/]+)$/, '_rels/$1.rels');
  const relationsPart = read(relationsPath);
  if (!book || !relationsPart) throw new SyntaxError('no workbook');
  const relations = readRelations(relationsPart, path);
  const sheets: SheetPart[] = [];
  let epoch1904 = false;
  scanXml(book, {
    wanted: false,
    open(name, tag) {
      if (name === 'workbookPr') epoch1904 = /^(1|true|on)$/.test(attribute(tag, 'date1904') ?? '');
      if (name !== 'sheet') return;
      const relation = relations.find((one) => one.id === (attribute(tag, 'id') ?? ''));
      const hidden = (attribute(tag, 'state') ?? 'visible') !== 'visible';
      if (relation?.kind === 'worksheet')
        sheets.push({ name: attribute(tag, 'name') ?? '', hidden, path: relation.path });
    },
    close: () => {},
    text: () => {},
  });
  const styles = relations.find((one) => one.kind === 'styles')?.path;
  const strings = relations.find((one) => one.kind === 'sharedStrings')?.path;
  return { sheets, epoch1904, ...(styles ? { styles } : {}), ...(strings ? { strings } : {}) };
}
