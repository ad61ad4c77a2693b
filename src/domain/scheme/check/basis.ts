import type { Problem } from '#domain/kernel/problem.ts';
import { VALUE_KEYS } from '#domain/scheme/value.ts';
import { problem, type Rule } from './rule.ts';

// Words that often mean points for the use of an application; the list only warns, the basis refuses (product §3.1).
const APPLICATION_WORDS =
  /学习强国|app|应用|客户端|小程序|公众号|打卡|签到|登录|点赞|转发|阅读量|在线时长|在线学习|下载安装|关注/iu;

/** Every item states its basis 依据; points for the use of an application are refused, words that hint at it are pointed out (product §3.1). */
export const checkBasis: Rule = (_document, nodes) => {
  const problems: Problem[] = [];
  for (const entry of nodes) {
    if (entry.kind !== 'item') continue;
    const { node } = entry;
    if (node.basis === 'application') problems.push(problem('refusal', 'basis-refused', entry, { label: node.label }));
    else if (node.basis === undefined && VALUE_KEYS.some((key) => node[key] !== undefined))
      problems.push(problem('error', 'basis-missing', entry, { label: node.label }));
    const word = APPLICATION_WORDS.exec(node.label);
    if (word && node.basis !== 'application')
      problems.push(problem('warning', 'basis-word', entry, { label: node.label, word: word[0] }));
  }
  return problems;
};
