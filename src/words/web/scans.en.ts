import type { ScansWords } from './scans.zh-CN.ts';

/** The English texts of scans of signed sheets. */
export const scansEn: ScansWords = {
  title: 'Signed scans',
  ofMeeting: 'Scans of the signed roll and the ballots',
  none: 'Once it has been printed and signed, keep a scan or photo of it here.',
  file: 'Keep a scan',
  fileHint: 'A photo (JPEG, PNG, WebP) or a PDF, at most 10 MB. It can be replaced but not removed.',
  replace: 'Replace',
  replaceOf: 'Replace the scan kept on {day}',
  look: 'Open',
  lookAt: 'Open the scan kept on {day}',
  kept: 'Kept on {day} by {name}',
  type: { pdf: 'PDF', picture: 'picture' },
  ofNumber: 'of No. {n}',
  superseded: 'replaced',
  done: 'The scan has been kept.',
  replaced: 'The new scan has been kept; the earlier one can still be opened.',
  sending: 'Saving…',
  digest: 'File digest {digest}',
};
