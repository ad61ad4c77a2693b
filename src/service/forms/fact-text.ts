import type { Fact } from '#domain/ledger/fact.ts';
import { isSheetRef } from '#domain/process/opening.ts';
import { versionOn } from '#domain/score/prepare.ts';
import { sayHowMuch } from '#paper/say.ts';
import { fill } from '#words/fill.ts';
import { paperZhCN } from '#words/paper.zh-CN.ts';
import type { Asking } from './asking.ts';

/** What is said of a fact on paper 事实表述: what its item is called, and how much of it there was. */
export type FactText = {
  readonly item: (fact: Pick<Fact, 'item' | 'day' | 'ref'>) => string;
  readonly amount: (fact: Fact) => string | undefined;
};

const { register: say } = paperZhCN;

/** How facts are said by the schemes of the branch, each by the version of the fact's day, so that no code is left on paper. */
export async function factText(asking: Asking): Promise<FactText> {
  const { context, query } = asking;
  const schemes = await asking.know((rows) => context.schemes.of(rows, query.branch));
  const nodeOf = ({ item, day }: Pick<Fact, 'item' | 'day'>) =>
    schemes.length === 0 ? undefined : versionOn(schemes, day).nodes.get(item);
  return {
    item: (fact) => {
      const [kind, of = ''] = fact.item.split(/:(.*)/s);
      const { day } = fact;
      if (kind === 'opening')
        return fill(isSheetRef(fact.ref ?? '') ? say.openingSheet : say.opening, {
          component: nodeOf({ item: of, day })?.node.label ?? say.openingAll,
        });
      if (kind === 'review') return say.rating;
      const veto = schemes.flatMap(({ document }) => document.vetoes ?? []).findLast(({ id }) => id === of);
      if (kind === 'veto') return fill(say.veto, { ground: veto?.label ?? of });
      return nodeOf(fact)?.node.label ?? fact.item;
    },
    amount: (fact) => {
      const entry = nodeOf(fact);
      const said = sayHowMuch(fact, entry?.kind === 'item' ? entry.node.each?.unit : undefined);
      return said === '' ? undefined : said;
    },
  };
}
