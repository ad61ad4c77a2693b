/** The Chinese texts of the sign-in slips. */
export const slipsZhCN = {
  title: '登录单',
  lead: '给党员发登录单：扫一扫二维码，设好密码就能登录。登录单丢了，重发一张，原来的作废。',
  recorded: '发放、重发都有记录，本人在“谁看过我”里能看到是谁发的。',
  choose: '选择党员',
  find: '按姓名、拼音或编号查找',
  found: '共{n}人，已选{chosen}人',
  without: '选上还没有账号的{n}人',
  clear: '全部取消',
  empty: '名册里还没有党员。先在名册里登记，再来发登录单。',
  groups: {
    none: '还没有账号',
    new: '已发登录单，还没有设密码',
    active: '已能登录',
    locked: '账号已停用',
  },
  slip: {
    open: '登录单{day}前有效',
    over: '登录单{day}已过期',
    ended: '登录单已用或已换发',
  },
  send: '发登录单（{n}人）',
  sending: '正在发放：已发{n}张，共{of}张',
  done: '登录单已经发放，请现在打印。',
  sheet: {
    title: '待打印的登录单',
    keep: '登录码只在本页显示这一次，离开后不能再看。请现在打印，当面交给本人。',
    print: '打印',
    printed: '已交给本人，收起',
    count: '共{n}张，每页A4纸8张',
    login: '登录名',
    code: '登录码',
    last: '有效至',
    qr: '{name}的登录二维码',
    kind: '用手机扫二维码，设一个自己记得住的密码，就能看到自己的积分和每一分的来由。',
    help: '没有手机，或者不会用，请告诉支部，由支部代办，一样算数。',
  },
  leave: {
    title: '登录单还没有打印',
    text: '离开本页，这些登录码就看不到了。没有打印的，要重新发一张。',
    stay: '留下打印',
    go: '不打印，离开',
  },
};

/** The texts of the sign-in slips in any language. */
export type SlipsWords = typeof slipsZhCN;
