import type { ExportWords } from './export.zh-CN.ts';

/** The English texts of what can be taken away from a page as a file. */
export const exportEn: ExportWords = {
  list: 'Export the list',
  xlsx: 'Spreadsheet (.xlsx)',
  csv: 'Plain table (.csv)',
  form: 'Print and keep',
  docx: 'Word (.docx)',
  pdf: 'PDF',
  archive: 'Archive of {year}',
  archiveLead:
    'One file with all data, the scheme, the sealed documents and the head of the chain; it can be verified without a network. Names and points are in it: keep it as a file of record.',
  download: 'Download the archive (.zip)',
  reason: 'Reason for taking it',
  reasonHint: 'The archive holds every member’s lines. The branch and its members see the reason and the time.',
};
