/** The Chinese texts of what can be taken away from a page as a file. */
export const exportZhCN = {
  list: '导出清单',
  xlsx: '电子表格（.xlsx）',
  csv: '文本表格（.csv）',
  form: '打印与存档',
  docx: 'Word（.docx）',
  pdf: 'PDF',
  archive: '{year}年度存档包',
  archiveLead:
    '一个文件，内有全部数据、方案、定稿文书、正式表单和链头，解开后不用联网就能核对。内有姓名和积分，请按档案保管。',
  download: '下载存档包（.zip）',
  reason: '调阅理由',
  reasonHint: '存档包内有每名党员的事项。理由和调阅时间，支部和党员本人都看得到。',
};

/** The texts of exports in any language. */
export type ExportWords = typeof exportZhCN;
