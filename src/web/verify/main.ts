// oxlint-disable-next-line import/no-unassigned-import -- what follows may need it while it is loaded
import '#web/older.ts';
import { isDigest } from '#domain/ledger/digest.ts';
import type { Report } from '#verifier/report.ts';
import { outsideLines, sayFault } from '#verifier/say.ts';
import { fill } from '#words/fill.ts';
import type { Lang } from '#words/lang.ts';
import { verifyWords } from '#words/web/verify.ts';
import { verifyChosen } from './read.ts';

/** So many faults are told; more say nothing new. */
const MOST = 20;

type State =
  | { readonly kind: 'none' | 'unreadable' }
  | { readonly kind: 'reading'; readonly share: number }
  | { readonly kind: 'done'; readonly report: Report };

let lang: Lang = 'zh-CN';
let state: State = { kind: 'none' };
/** Which verification is under way: one that was overtaken says nothing any more. */
let turn = 0;

function part(id: string): HTMLElement {
  return document.getElementById(id) ?? document.body;
}

function input(id: string): HTMLInputElement {
  return part(id) as HTMLInputElement;
}

/** An element with a text or with what it holds; texts are set as texts, so that nothing of a file becomes part of the page. */
function made(name: string, inside: string | readonly Node[], look?: string): HTMLElement {
  const one = document.createElement(name);
  if (typeof inside === 'string') one.textContent = inside;
  else one.append(...inside);
  if (look !== undefined) one.className = look;
  return one;
}

function say(): void {
  const text = verifyWords(lang);
  document.documentElement.lang = lang;
  document.title = `${text.title} · ${text.brand}`;
  for (const key of ['title', 'brand', 'lead', 'file', 'fileHint', 'head', 'headHint', 'again', 'language'] as const)
    part(key).textContent = text[key];
  part('language').lang = lang === 'en' ? 'zh-CN' : 'en';
  const { headTyped, isWrong } = headGiven();
  part('headWrong').textContent = isWrong ? text.headWrong : '';
  part('headInput').setAttribute('aria-invalid', String(isWrong));
  part('headInput').title = headTyped;
  part('again').hidden = chosen() === undefined;
  part('result').replaceChildren(...result());
  part('result').setAttribute('aria-busy', String(state.kind === 'reading'));
}

function result(): readonly Node[] {
  const text = verifyWords(lang);
  switch (state.kind) {
    case 'none':
      return [];
    case 'unreadable':
      return [made('p', text.unreadable, 'bad')];
    case 'reading': {
      const { share } = state;
      const said = share < 1 ? fill(text.reading, { share: Math.floor(share * 100) }) : text.scoring;
      return [made('p', said)];
    }
    case 'done':
      return verdict(state.report);
  }
}

function verdict(report: Report): readonly Node[] {
  const text = verifyWords(lang);
  const { sound, faults } = report;
  const [first, ...others] = faults.slice(0, MOST).map((fault) => sayFault(fault, lang));
  return [
    made('h2', sound ? text.sound : text.broken, sound ? 'good' : 'bad'),
    made('p', sound ? text.soundText : fill(text.brokenText, { fault: first ?? '' })),
    ...(others.length > 0
      ? [
          made('h3', text.others),
          made(
            'ul',
            others.map((one) => made('li', one)),
          ),
        ]
      : []),
    made('h3', sound ? text.counts : text.fitted),
    made('dl', facts(report)),
  ];
}

function facts({ branch, asOf, events, entries, members, schemes, scores, head, outside }: Report): readonly Node[] {
  const text = verifyWords(lang);
  const inLang = (zh: string, en: string): string => (lang === 'en' ? en : zh);
  const rows: readonly (readonly [string, string])[] = [
    [text.branch, branch ?? '—'],
    [text.asOf, asOf ?? '—'],
    [text.events, fill(text.some, { n: events })],
    [text.entries, fill(text.some, { n: entries })],
    [text.members, fill(text.people, { n: members })],
    [text.schemes, fill(text.versions, { n: schemes })],
    [text.scores, fill(text.people, { n: scores })],
    [text.chainHead, head?.hash ?? '—'],
    ...outsideLines(outside, inLang).map((line) => [text.outside, line] as const),
  ];
  return rows.flatMap(([name, value]) => [made('dt', name), made('dd', value)]);
}

function chosen(): File | undefined {
  return input('fileInput').files?.[0];
}

function headGiven(): { readonly headTyped: string; readonly head: string | undefined; readonly isWrong: boolean } {
  const headTyped = input('headInput').value.replaceAll(/\s/g, '').toLowerCase();
  const head = isDigest(headTyped) ? headTyped : undefined;
  return { headTyped, head, isWrong: headTyped !== '' && head === undefined };
}

async function verify(): Promise<void> {
  const own = ++turn;
  const file = chosen();
  const { head, isWrong } = headGiven();
  state = { kind: 'none' };
  const show = (next: State): void => {
    if (own !== turn) return;
    state = next;
    say();
  };
  if (file === undefined || isWrong) {
    show(state);
    return;
  }
  show({ kind: 'reading', share: 0 });
  try {
    const report = await verifyChosen(file, head, (share) => show({ kind: 'reading', share }));
    show({ kind: 'done', report });
  } catch {
    show({ kind: 'unreadable' });
  }
}

part('language').addEventListener('click', () => {
  lang = lang === 'en' ? 'zh-CN' : 'en';
  say();
});
part('fileInput').addEventListener('change', () => void verify());
part('headInput').addEventListener('change', () => void verify());
part('again').addEventListener('click', () => void verify());
say();
