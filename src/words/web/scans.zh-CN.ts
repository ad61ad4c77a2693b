/** The Chinese texts of scans of signed sheets. */
export const scansZhCN = {
  title: '签字扫描件',
  ofMeeting: '签到表和表决票的扫描件',
  none: '打印、签字以后，把扫描件或者照片存在这里。',
  file: '存入扫描件',
  fileHint: '照片（JPEG、PNG、WebP）或 PDF，一份不超过 10 MB。存入后可以更换，不能删除。',
  replace: '更换',
  replaceOf: '更换{day}存入的扫描件',
  look: '查看',
  lookAt: '查看{day}存入的扫描件',
  kept: '{day}由{name}存入',
  type: { pdf: 'PDF', picture: '图片' },
  ofNumber: '第{n}号定稿',
  superseded: '已更换',
  done: '扫描件已存入。',
  replaced: '已换成新的扫描件，原来的仍可查看。',
  sending: '正在存入…',
  digest: '文件摘要 {digest}',
};

/** The texts of scans of signed sheets, in any language. */
export type ScansWords = typeof scansZhCN;
