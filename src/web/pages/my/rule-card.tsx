import type { AnswerOf } from '#contract/api.ts';
import { showPoints } from '#domain/kernel/points.ts';
import { useLang, useText, useWords } from '#web/lang.ts';
import { minus } from '#web/ui/minus.ts';
import { Mixed } from '#web/ui/mixed.tsx';
import { fill } from '#words/fill.ts';
import type { Lang } from '#words/lang.ts';
import { marksOf } from '#words/marks.ts';
import { eachOf } from '#words/unit-name.ts';
import { linesWords } from '#words/web/my-lines.ts';
import type { LinesWords } from '#words/web/my-lines.zh-CN.ts';

type Item = NonNullable<AnswerOf<'line.show'>['item']>;

/** The rule that a line rests on 依据的规定: component, item, clause, what it is worth, and which version of the scheme. */
export function RuleCard({ item, title }: { item: Item; title?: string }) {
  const { my } = useWords();
  const { line } = useText(linesWords);
  const lang = useLang();
  const { label, clause, component, worth, scheme } = item;
  return (
    <section className="card">
      <h2>{title ?? line.rule}</h2>
      <p>
        {component && <span lang="zh-CN">{component.label} · </span>}
        <b lang="zh-CN">{label}</b>{' '}
        {clause !== undefined && clause !== component?.label && clause !== label && (
          <span className="clause">
            <Mixed text={fill(my.clause, { clause })} />
          </span>
        )}
      </p>
      <p>
        <Mixed text={sayWorth(worth, line, lang)} />
      </p>
      <p className="soft">
        <Mixed text={fill(line.scheme, { title: scheme.title, version: scheme.version })} />
      </p>
    </section>
  );
}

function sayWorth(
  { kind, points, from, to, per, unit = '次', levels = [] }: Item['worth'],
  { ruleWorth: said }: LinesWords['line'],
  lang: Lang,
): string {
  if (kind === 'judged')
    return from && to ? fill(said.judged, { from: minus(from.shown), to: minus(to.shown) }) : said.judgedOpen;
  if (kind === 'levels') {
    const each = levels.map((one) => fill(said.level, { level: one.level, points: minus(one.points.shown) }));
    return fill(said.levels, { levels: each.join(marksOf(lang).list) });
  }
  const each = eachOf(per === undefined ? undefined : showPoints(per, 4), unit, lang);
  const off = (points?.shown ?? 0) < 0 && (kind === 'each' || kind === 'once');
  const text = off ? said[`${kind}Off`] : said[kind];
  return fill(text, { points: Math.abs(points?.shown ?? 0), per: each });
}
