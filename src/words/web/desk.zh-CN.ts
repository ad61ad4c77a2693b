/** The Chinese texts that all desks have in common: the menu. */
export const deskZhCN = {
  /** Before the name of the room that is open, on a telephone. */
  rooms: '栏目',
  menu: {
    work: '待办',
    months: '月份与季度',
    review: '初评',
    deductions: '扣分与否决',
    batch: '批量录入',
    forms: '表单',
    paper: '纸质材料',
    meeting: '党员大会',
    registers: '登记表与会议记录',
    notices: '公示',
    supervision: '异议与监督',
    year: '年度结算',
    appraisal: '评议与运用',
    roster: '名册',
    import: '导入',
    slips: '登录单',
    scheme: '方案',
    settings: '设置',
    workAbove: '上级待办',
    filings: '备案',
    appeals: '申诉',
    concerns: '监督',
    tree: '下级支部',
    accounts: '账号',
    rights: '授权',
    records: '审计记录',
    operation: '运行情况',
  },
};

/** The texts of the desks in any language. */
export type DeskWords = typeof deskZhCN;
