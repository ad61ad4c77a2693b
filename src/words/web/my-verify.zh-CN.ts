/** The Chinese texts of the page on which a named verifier verifies what a member reported. */
export const verifyLineZhCN = {
  title: '核实反映的事项',
  back: '首页',
  fact: '反映的内容',
  lead: '请您向了解情况的同志或有关记录核实。属实的，按下面的按钮；不属实或查不清的，请告诉支委会，暂不核实的事项不进入初评。',
  verify: '核实属实',
  done: '已核实，可以初评。',
};

/** These texts in any language. */
export type VerifyLineWords = typeof verifyLineZhCN;
