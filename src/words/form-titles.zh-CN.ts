/** The Chinese titles of printed forms 表单名称 in a list, by the form's name. */
export const formTitlesZhCN = {
  declaration: '党员积分申报单',
  roll: '应到名册及签到表',
  ballot: '表决票',
  registerBranch: '党员积分登记表（支部）',
  registerMember: '党员积分登记表（个人）',
  minutes: '会议记录',
  notice: '积分公示',
  summary: '季度积分汇总表',
  settlement: '年度积分汇总表',
  filing: '年度积分备案表',
  personal: '年度积分个人记录',
  exemption: '免考核审批表',
  talk: '谈话记录',
  improvement: '限期整改方案',
  objection: '异议书',
  objectionAnswer: '异议答复',
  appeal: '申诉书',
  appealAnswer: '申诉答复',
};

/** The titles of the forms in any language. */
export type FormTitles = { readonly [F in keyof typeof formTitlesZhCN]: string };
