import { writeFileSync } from 'node:fs';
import { Workbook } from '@cj-tech-master/excelts';
import { HEADS } from '#tests/roster-heads.ts';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Writes a roster of so many invented persons with eighteen columns. */
export async function writeRoster(path: string, persons: number): Promise<void> {
  const book = new Workbook();
  const sheet = book.addWorksheet('名册');
  sheet.addRow(['某支部党员名册']);
  sheet.addRow([...HEADS]);
  for (let at = 0; at < persons; at++) sheet.addRow(personOf(at));
  writeFileSync(path, await book.xlsx.writeBuffer());
}

function personOf(at: number): readonly (string | number)[] {
  const identity = identityOf(at);
  const [year, month] = [identity.slice(6, 10), identity.slice(10, 12)];
  return [
    at + 1,
    nameOf(at),
    Number(identity[16]) % 2 === 1 ? '男' : '女',
    '汉族',
    '湖北随州',
    `${year}.${month}`,
    identity,
    '大学本科',
    `${Number(year) + 22}.07`,
    `${Number(year) + 25}.07`,
    `${Number(year) + 26}.07`,
    '正式党员',
    at % 9 === 0 ? '组织委员' : '',
    '某支部',
    '教师',
    `138${10_000_000 + at}`,
    `某区某路${at}号`,
    '',
  ];
}

function nameOf(at: number): string {
  const [family, given] = ['赵钱孙李周吴郑王冯陈', '伟芳娜敏静丽强磊军洋'];
  return `${family[at % 10]}${given[Math.floor(at / 10) % 10]}${String.fromCodePoint(0x4e00 + Math.floor(at / 100))}`;
}

/** An identity number whose check digit is right, of nobody. */
function identityOf(at: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const number = `000000${1955 + (at % 45)}${two(1 + (at % 12))}${two(1 + (at % 28))}${String(at % 999).padStart(3, '0')}`;
  const sum = WEIGHTS.reduce((all, weight, place) => all + weight * Number(number[place]), 0);
  return `${number}${'10X98765432'[sum % 11]}`;
}
