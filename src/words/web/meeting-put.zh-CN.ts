/** The Chinese texts for putting a matter to the general meeting that is open. */
export const putZhCN = {
  put: '提请大会表决',
  putLead: '党员大会正在开会，可以现在提请表决。',
  done: '已提请党员大会表决，请到会议页面主持表决。',
  waits: '已提请党员大会，等待表决：{title}',
  go: '到会议页面',
  noMeeting: '党员大会开会时，书记可以在这里提请表决。',
  convene: '召集党员大会',
};

/** The texts for putting a matter to the meeting, in any language. */
export type PutWords = typeof putZhCN;
