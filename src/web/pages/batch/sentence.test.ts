import { describe, expect, test } from 'vitest';
import { readSentence } from './sentence.ts';

const members = [
  { id: '1', code: 'D001', name: '张三', keys: 'zhangsan zs' },
  { id: '2', code: 'D002', name: '李四', keys: 'lisi ls' },
  { id: '6', code: 'D006', name: '刘桂芳', keys: 'liuguifang lgf' },
  { id: '7', code: 'D007', name: '刘桂芳', keys: 'liuguifang lgf' },
  { id: '8', code: 'D008', name: '古丽米热·阿不力孜', keys: 'gulimireabulizi glmrablz' },
  { id: '9', code: 'D009', name: '张三丰', keys: 'zhangsanfeng zsf' },
];
const level = (label: string) => ({ label, worth: { exact: '1.0000', shown: 1 } });
const items = [
  { id: 'LZ-志愿', label: '志愿服务', unit: '小时' },
  { id: 'LZ-代课', label: '代课和课后服务', unit: '节' },
  { id: 'LZ-获奖', label: '本人获奖', levels: [level('区级'), level('校级')] },
  { id: 'LZ-指导', label: '指导学生获奖', levels: [level('区级'), level('校级')] },
  { id: 'LZ-党日', label: '参加主题党日实践活动', unit: '次' },
];
const today = '2026-05-14'; // a Thursday
const read = (text: string) => readSentence(text, { members, items, today });
const hours = (n: number) => n * 10_000;

describe('one sentence for many members (§三(一), product §3.2)', () => {
  test('names, day, item, and a quantity for each', () => {
    expect(read('张三 李四 5月9日 志愿服务 各2小时')).toEqual({
      people: [
        { said: '张三', who: ['1'], amount: hours(2) },
        { said: '李四', who: ['2'], amount: hours(2) },
      ],
      day: '2026-05-09',
      items: ['LZ-志愿'],
      unread: [],
    });
  });

  test('a unit is any word of the scheme, whatever stands in it', () => {
    for (const unit of ['次（场）', '*', '[a', '元/人'])
      expect(
        readSentence(`张三 讲座 3${unit}`, { members, items: [{ id: 'J', label: '讲座', unit }], today }).people,
      ).toEqual([{ said: '张三', who: ['1'], amount: hours(3) }]);
  });

  test('a longer name is not read as a shorter one, and a dot in a name may be any dot', () => {
    expect(read('张三丰、古丽米热•阿不力孜 志愿服务').people.map(({ who }) => who)).toEqual([['9'], ['8']]);
  });

  test('namesakes are asked for, never guessed; a number beside the name says which', () => {
    expect(read('刘桂芳 志愿服务').people).toEqual([{ said: '刘桂芳', who: ['6', '7'] }]);
    expect(read('刘桂芳D007 志愿服务').people).toEqual([{ said: '刘桂芳', who: ['7'] }]);
    expect(read('刘桂芳（D006） 刘桂芳（D007）').people.map(({ who }) => who)).toEqual([['6'], ['7']]);
  });

  test('names by sound, by initials, and by roster number', () => {
    expect(read('zhangsan ls D008 志愿服务').people.map(({ who }) => who)).toEqual([['1'], ['2'], ['8']]);
    expect(read('lgf').people[0]?.who).toEqual(['6', '7']);
    expect(read('zhang').people[0]?.who).toEqual(['1', '9']);
  });

  test('who is named twice is entered once', () => {
    expect(read('张三 李四 张三 志愿服务 2小时').people).toHaveLength(2);
  });

  test.each([
    ['5月9日', '2026-05-09'],
    ['5月9号', '2026-05-09'],
    ['5.9', '2026-05-09'],
    ['５月９日', '2026-05-09'],
    ['2026-05-09', '2026-05-09'],
    ['2025年12月3日', '2025-12-03'],
    ['12月3日', '2025-12-03'],
    ['昨天', '2026-05-13'],
    ['前天', '2026-05-12'],
    ['今天', '2026-05-14'],
    ['上周五', '2026-05-08'],
    ['上星期日', '2026-05-10'],
    ['本周一', '2026-05-11'],
    ['周三', '2026-05-13'],
    ['9号', '2026-05-09'],
  ])('the day %s', (said, day) => {
    expect(read(`张三 ${said} 志愿服务 2小时`)).toMatchObject({ day, unread: [] });
  });

  test.each([
    ['2小时', 2],
    ['2.5小时', 2.5],
    ['两小时', 2],
    ['半小时', 0.5],
    ['两个半小时', 2.5],
    ['两个小时', 2],
    ['十二小时', 12],
    ['各三小时', 3],
    ['每人１小时', 1],
    ['1小时半', 1.5],
  ])('the quantity %s', (said, n) => {
    expect(read(`张三 昨天 志愿服务 ${said}`)).toMatchObject({ people: [{ amount: hours(n) }], unread: [] });
  });

  test('different quantities belong to whoever stands before them', () => {
    expect(read('张三2小时 李四、张三丰3小时 5月9日志愿服务').people.map(({ amount }) => amount)).toEqual(
      [2, 3, 3].map(hours),
    );
  });

  test('an item by id, by label, by a part of it; several that fit are asked for', () => {
    expect(read('张三 LZ-代课 3节')).toMatchObject({ items: ['LZ-代课'], people: [{ amount: hours(3) }] });
    expect(read('张三 课后服务 三节').items).toEqual(['LZ-代课']);
    expect(read('张三同志 昨天参加了志愿 2小时')).toMatchObject({ items: ['LZ-志愿'], unread: [] });
    expect(read('张三 主题党日').items).toEqual(['LZ-党日']);
    expect(read('张三 获奖 区级')).toMatchObject({ items: ['LZ-获奖', 'LZ-指导'] });
  });

  test('a level of the item', () => {
    expect(read('张三 5月9日 本人获奖 区级')).toMatchObject({ level: '区级', unread: [] });
  });

  test('what is not understood is told, and nothing is made of it', () => {
    expect(read('王五 5月9日 志愿服务 2小时')).toMatchObject({ people: [], unread: ['王五'] });
    expect(read('')).toEqual({ people: [], items: [], unread: [] });
  });
});
