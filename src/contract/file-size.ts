/** The most bytes of a file that is read for an import 导入文件大小: 20 MB. It stands by itself, so that the page need not load the schemas beside it. */
export const MOST_IMPORTED = 20 * 1024 * 1024;
