/** The Chinese texts of a member's home; they come with the application itself and so are few. */
export const homeZhCN = {
  determined: '已评定积分',
  pending: '待评定的{n}项如果都按现在的样子评定，将为{total}分。',
  pendingTag: '预计',
  rank: '第{rank}名，共{of}人',
  score: '这分怎么来的',
  due: '请您办理',
  dueNone: '目前没有需要您办理的事项。到时会在这里写明办什么、哪天截止。',
  news: '进展',
  monthLead: '已为您记录以下{n}项，请逐项核对。',
  monthEmpty: '本月没有需要您核对的记录。',
  monthDone: '您已确认本月没有补充，也没有异议。',
  monthConfirm: '本月没有补充，也没有异议',
  monthConfirmed: '已确认{month}',
  monthAdd: '有补充，去申报',
  monthOther: '有不对的，请点开该项，先说明再确认其他。',
  recorded: '已记录{n}项',
  work: {
    'vote-open': '正在表决',
    'assembly-today': '今天召开党员大会',
    'hearing-answer': '有一项涉及您，请答复',
    'opening-answer': '您的启用前积分，请核对答复',
    'line-draft': '有一项还没有提交',
    'line-verify': '请您核实由党员反映的一项',
    'objection-answered': '异议已答复',
    'objection-waits': '异议正在调查核实',
    'appeal-answered': '申诉已答复',
    'appeal-waits': '申诉正在办理',
    'talk-sign': '谈话记录请您阅后签字',
    'appraisal-assess': '请写个人自评',
    'appraisal-rate': '评议其他党员',
    'notice-running': '正在公示',
    'assembly-next': '将召开党员大会',
  },
};

/** The texts of a member's home in any language. */
export type HomeWords = typeof homeZhCN;
