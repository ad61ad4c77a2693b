import type { ExportWords } from './export.zh-CN.ts';

/** The English texts of what can be taken away from a page as a file. */
export const exportEn: ExportWords = {
  list: 'Export the list',
  xlsx: 'Spreadsheet (.xlsx)',
  csv: 'Plain table (.csv)',
  form: 'Print or keep',
  docx: 'Word (.docx)',
  pdf: 'PDF',
  archive: 'Archive of {year}',
  archiveLead:
    'One file with all data, the scheme, the sealed documents and the head of the chain, which can be verified offline. It contains names and points: please keep it as an official record.',
  download: 'Download the archive (.zip)',
  reason: 'Reason for the download',
  reasonHint: 'The archive holds every member’s items. The branch and its members see the reason and the time.',
};
