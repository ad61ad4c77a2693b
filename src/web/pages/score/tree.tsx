import { useRef } from 'react';
import type { ExplanationAnswer } from '#contract/explanation.ts';
import { useWords } from '#web/lang.ts';
import { Mixed } from '#web/ui/mixed.tsx';
import { Points } from '#web/ui/points.tsx';
import { fill } from '#words/fill.ts';
import { Adjustments } from './adjustments.tsx';
import { FactLine } from './fact-line.tsx';
import { sayPeriod } from './say-adjustment.ts';

/** Where the points come from 这分怎么来的: component → group → item → fact, opened step by step, with every adjustment. */
export function Tree({ tree }: { tree: ExplanationAnswer }) {
  const { my } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const setAll = (open: boolean) => {
    for (const node of box.current?.querySelectorAll('details') ?? []) node.open = open;
  };
  return (
    <section className="card tree" ref={box}>
      <h2>{my.tree}</h2>
      <p className="soft">{my.treeLead}</p>
      <p className="acts">
        <button type="button" onClick={() => setAll(true)}>
          {my.openAll}
        </button>
        <button type="button" onClick={() => setAll(false)}>
          {my.closeAll}
        </button>
      </p>
      <Inside node={tree} level={0} />
      <p className="sum">
        <span>{my.total}</span>
        <Points amount={tree.points} />
      </p>
    </section>
  );
}

const LEAVES = new Set(['fact', 'missing', 'transfer', 'pool']);

/** What a node is the sum of, line by line: its opening, its parts, its adjustments. */
function Inside({ node, level }: { node: ExplanationAnswer; level: number }) {
  const { my } = useWords();
  const { children, adjustments } = node;
  const opens = node.opens?.exact === '0.0000' ? undefined : node.opens;
  return (
    <ul className="lines" data-level={level}>
      {opens && (
        <li className="line">
          <span>{my.opens}</span>
          <Points amount={opens} />
        </li>
      )}
      {children
        .filter((child) => !isEmpty(child))
        .map((child, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the tree of one answer never changes its order
          <li key={at}>
            {LEAVES.has(child.kind) ? (
              <FactLine leaf={child} item={node} />
            ) : isPlain(child) ? (
              <Plain node={child} />
            ) : (
              <Branch node={child} level={level + 1} />
            )}
          </li>
        ))}
      <Empty nodes={children.filter(isEmpty)} />
      <Adjustments adjustments={adjustments} periods={children.some(({ kind }) => kind === 'period')} />
    </ul>
  );
}

/** Whether there is nothing to open: an item with only its opening, or without any record. */
function isPlain({ kind, children, adjustments }: ExplanationAnswer): boolean {
  return kind === 'item' && children.length === 0 && adjustments.length === 0;
}

/** An item of which nothing was recorded, and which opens with nothing. */
function isEmpty(node: ExplanationAnswer): boolean {
  return isPlain(node) && (node.opens === undefined || node.opens.exact === '0.0000');
}

/** What was not recorded stands together, below what was. */
function Empty({ nodes }: { nodes: readonly ExplanationAnswer[] }) {
  const { my } = useWords();
  if (nodes.length === 0) return null;
  return (
    <li>
      <details className="node rest">
        <summary>
          <span className="name soft">{fill(my.restEmpty, { n: nodes.length })}</span>
        </summary>
        <ul className="lines">
          {nodes.map((node) => (
            <li key={node.id}>
              <Plain node={node} />
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}

function Plain({ node }: { node: ExplanationAnswer }) {
  const { my } = useWords();
  const hasOpening = node.opens !== undefined && node.opens.exact !== '0.0000';
  return (
    <div className="line plain">
      <span className="name">
        <Name node={node} />
        <span className="soft few">{hasOpening ? my.opens : my.noFacts}</span>
      </span>
      <Points amount={node.points} />
    </div>
  );
}

function Name({ node: { kind, label, clause, source } }: { node: ExplanationAnswer }) {
  const words = useWords();
  const { my, common } = words;
  if (kind === 'period') return <span>{sayPeriod(label, words)}</span>;
  return (
    <>
      <span lang="zh-CN">{label}</span>{' '}
      {clause && clause !== label && (
        <span className="clause">
          <Mixed text={fill(my.clause, { clause })} />
        </span>
      )}
      {source && <span className="tag">{common[source]}</span>}
    </>
  );
}

function Branch({ node, level }: { node: ExplanationAnswer; level: number }) {
  const { my } = useWords();
  const facts = node.children.filter(({ kind }) => LEAVES.has(kind)).length;
  return (
    <details className={`node ${node.kind}`}>
      <summary>
        <span className="name">
          <Name node={node} />
          {facts > 0 && <span className="soft few">{fill(my.facts, { n: facts })}</span>}
        </span>
        <Points amount={node.points} />
      </summary>
      <Inside node={node} level={level} />
    </details>
  );
}
