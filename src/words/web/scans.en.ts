import type { ScansWords } from './scans.zh-CN.ts';

/** The English texts of scans of signed sheets. */
export const scansEn: ScansWords = {
  title: 'Signed scans',
  ofMeeting: 'Scans of the signed roll and the ballots',
  none: 'Once it is printed and signed, keep the scan or a photo of it here.',
  file: 'Keep a scan',
  fileHint: 'A photo (JPEG, PNG, WebP) or a PDF of at most 10 MB. It can be replaced, not removed.',
  replace: 'Replace',
  replaceOf: 'Replace the scan kept on {day}',
  look: 'Open',
  lookAt: 'Open the scan kept on {day}',
  kept: 'Kept on {day} by {name}',
  type: { pdf: 'PDF', picture: 'picture' },
  ofNumber: 'of No. {n}',
  superseded: 'replaced',
  done: 'The scan is kept.',
  replaced: 'The new scan is kept; the one before can still be opened.',
  sending: 'Keeping it…',
  digest: 'Digest of the file {digest}',
};
