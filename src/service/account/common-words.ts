/** Words that many passwords are made of 常见口令: in small letters, look-alike figures already read as letters. Written for this product. */
export const COMMON_WORDS: readonly string[] = `
  password passwort passw passcode passphrase pwd secret private default changeme change admin administrator root
  user guest test tester testing demo login logon signin welcome hello letmein openup sesame iloveyou loveyou
  lovely love forever sunshine princess dragon monkey tiger lion panda football basketball baseball soccer master
  superman batman shadow killer freedom whatever trustno internet computer system server windows microsoft google
  samsung huawei xiaomi iphone apple orange banana cookie summer winter spring autumn monday friday sunday january
  june july august october flower diamond golden silver purple yellow black white green happy lucky money michael
  jordan daniel jessica ashley charlie thomas robert william george michelle starwars pokemon naruto matrix
  mustang ferrari porsche harley corvette mercedes beijing shanghai guangzhou shenzhen chengdu wuhan nanjing
  zhongguo china zhonghua woaini woaiwo wojiushi wodemima mima mimamima nihao aini baobao baobei laopo laogong
  wangwei zhangwei lining liuwei zhangli wangfang xiaoming laoshi xuesheng xuexiao tongzhi dangyuan dangzhibu
  dangwei zhibu zhiyuan jifen yangguang gongchandang wodang aidang shuji xiaoxue zhongxue daxue school teacher
  student sunledger sunlight ledger points member party 密码 口令 党员 党支部 支部 积分 阳光 我爱你 中国 学校 老师 同志 为人民服务 不忘初心 牢记使命
`
  .trim()
  .split(/\s+/);

/** Rows and columns of the keyboard 键盘走位, walked either way; the look-alike figures of a column are read as letters too. */
export const KEYBOARD: readonly string[] = `
  \`1234567890-= qwertyuiop[] asdfghjkl;' zxcvbnm,./ 1qaz 2wsx 3edc 4rfv
  5tgb 6yhn 7ujm 8ik, 9ol. 0p;/ qaz wsx
  edc rfv tgb yhn ujm 147258369 159357 !@#$%^&*()_+
`
  .trim()
  .split(/\s+/);
