import type { Chance } from './chance.ts';

const SURNAMES = [
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤',
].flatMap((all) => [...all]) as [string, ...string[]];
const DOUBLE = ['欧阳', '司马', '上官', '诸葛'] as const;
const GIVEN = [
  '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华玉萍红健文辉力国建志俊峰海波宁云莲真环雪荣爱妹香月莺媛瑞凡佳嘉琼勤珍贞莉倩振壮会思群豪心邦承乐绍功松善厚庆民友裕河哲江浩亮政谦亨奇固之轮翰朗伯宏言若鸣朋斌梁栋维启克伦翔旭鹏泽晨辰士以树炎德行时泰盛雄琛钧冠策腾楠榕风航弘',
].flatMap((all) => [...all]) as [string, ...string[]];
/** Characters that older systems cannot write; the first lies outside the basic plane. */
const RARE = ['𬭎', '㐂', '䶮', '𬸣', '堃', '喆'] as const;
/** Names of other nations 少数民族姓名, with the middle dot as it is registered. */
const DOTTED = [
  ['古丽米热', '买买提', '阿依努尔', '艾力', '帕提古丽', '吐尔逊', '热依汗', '库尔班'],
  ['阿不力孜', '吐尔地', '依明', '热合曼', '赛买提', '玉素甫', '卡德尔', '哈斯木'],
] as const;
const WHOLE = ['扎西次仁', '卓玛央金', '格桑德吉', '乌日娜', '巴特尔', '阿木古楞', '吉克阿依', '朴正浩'] as const;

/** The name 姓名 of somebody invented: mostly Han, some of other nations, some with characters that are hard to write. */
export function nameOf(chance: Chance): string {
  const kind = chance.share();
  if (kind < 0.03) return `${chance.one(DOTTED[0])}·${chance.one(DOTTED[1])}`;
  if (kind < 0.05) return chance.one(WHOLE);
  const surname = kind < 0.07 ? chance.one(DOUBLE) : chance.one(SURNAMES);
  if (kind > 0.96) return `${surname}${chance.one(GIVEN)}${chance.one(RARE)}`;
  return `${surname}${chance.one(GIVEN)}${chance.happens(0.8) ? chance.one(GIVEN) : ''}`;
}

/** The names of the first members of every seeded first branch: each way of writing occurs at least once. */
export const TELLING_NAMES = ['古丽米热·阿不力孜', '钱𬭎', '马㐂', '欧阳文静'] as const;

const PLACES = [...'东西南北中新和兴永安平长青光明龙凤金石清'] as [string, ...string[]];
const KINDS = ['小学', '中学', '社区', '村', '医院', '街道机关', '水务站', '图书馆', '供电所', '农机站'] as const;

/** The name of a branch 党支部名称; its number keeps it apart from all others. */
export function branchName(chance: Chance, number: number): string {
  return `${chance.one(PLACES)}${chance.one(PLACES)}${chance.one(KINDS)}第${number}党支部`;
}
