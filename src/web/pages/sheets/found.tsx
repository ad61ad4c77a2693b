import { Link } from '@tanstack/react-router';
import type { RefObject } from 'react';
import type { SheetFound } from '#contract/read/paper.ts';
import { useText, useWords } from '#web/lang.ts';
import { useNames } from '#web/query.ts';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { reviewWords, sayMonth } from '#words/web/review.ts';
import { sheetsWords } from '#words/web/sheets.ts';
import { FactList, type Facts } from './fact-list.tsx';
import { FoundDocument } from './found-document.tsx';
import { Scans } from './scans.tsx';

type Heading = RefObject<HTMLHeadingElement | null>;
type Plainly = Exclude<SheetFound, { as: 'ballot' | 'document' }>;

/** What a sheet is 查找结果, and where its matter is worked on. */
export function Found({
  branch,
  found,
  heading,
}: {
  branch: string;
  found: Exclude<SheetFound, { as: 'ballot' }>;
  heading: Heading;
}) {
  if (found.as === 'document') return <FoundDocument branch={branch} found={found} heading={heading} />;
  return <Plain branch={branch} found={found} heading={heading} />;
}

type Said = {
  readonly title: string;
  readonly lead?: string;
  readonly facts?: Facts;
  readonly to?: string;
  readonly open?: string;
};

function Plain({ branch, found, heading }: { branch: string; found: Plainly; heading: Heading }) {
  const said = useSaid(branch, found);
  return (
    <section className="card sheet-found" data-sheet={found.as}>
      <h2 ref={heading} tabIndex={-1}>
        {said.title}
      </h2>
      {said.facts && <FactList facts={said.facts} />}
      {said.lead !== undefined && <p>{said.lead}</p>}
      {said.to !== undefined && (
        <p className="acts">
          <Link className="button main" to={said.to}>
            {said.open}
          </Link>
        </p>
      )}
      {found.as === 'roll' && <Scans branch={branch} of="roll" about={found.assembly.id} />}
      {found.as === 'form' && found.form === 'talk' && found.matter && (
        <Scans branch={branch} of="talk" about={found.matter.id} />
      )}
    </section>
  );
}

/** What is said of each kind of sheet. */
function useSaid(branch: string, found: Plainly): Said {
  const words = useWords();
  const text = useText(sheetsWords);
  const review = useText(reviewWords);
  const nameOf = useNames(branch);
  const name = (id: string) => <span lang="zh-CN">{nameOf(id)}</span>;
  const code =
    'code' in found
      ? ([
          [
            text.code,
            <span className="code" key="code">
              {found.code}
            </span>,
          ],
        ] as const)
      : [];
  switch (found.as) {
    case 'slip': {
      const { member, month } = found;
      const search = new URLSearchParams({ month, code: found.code, ...(member !== undefined && { enter: member }) });
      return {
        title: member === undefined ? text.slip.blank : text.slip.title,
        lead: member === undefined ? text.slip.blankLead : text.slip.lead,
        facts: [
          ...(member === undefined ? [] : [[text.member, name(member)] as const]),
          [text.month, sayMonth(month, review)],
          ...code,
        ],
        to: `/desk/${branch}/batch?${search}`,
        open: text.slip.open,
      };
    }
    case 'roll': {
      const { id, day } = found.assembly;
      const facts = [[text.meeting, sayDay(day, words)] as const, ...code];
      return { title: text.roll.title, facts, to: `/meeting/${branch}/${id}`, open: text.roll.open };
    }
    case 'form': {
      const { form, member } = found;
      const places = {
        talk: `/desk/${branch}/appraisal`,
        improvement: `/desk/${branch}/appraisal`,
        exemption: `/desk/${branch}/roster${member === undefined ? '' : `/${member}`}`,
        objection: `/desk/${branch}/supervision`,
      };
      const facts = [...(member === undefined ? [] : [[text.member, name(member)] as const]), ...code];
      return { title: text.form.titles[form], facts, to: places[form], open: text.form.open[form] };
    }
    case 'notice':
      return { ...text.notice, to: `/desk/${branch}/notices/${found.matter}` };
    case 'event': {
      const lead = fill(found.isHead ? text.event.isHead : text.event.within, { day: sayDay(found.day, words) });
      return { title: text.event.title, lead };
    }
    case 'board':
      return text.board;
    case 'join':
      return text.join;
  }
}
