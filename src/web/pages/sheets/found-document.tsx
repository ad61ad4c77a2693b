import { Link } from '@tanstack/react-router';
import { type RefObject, useState } from 'react';
import type { SheetFound } from '#contract/read/paper.ts';
import { digitsOf } from '#domain/process/paper-scan.ts';
import { SCANNED } from '#domain/process/scan.ts';
import { useText, useWords } from '#web/lang.ts';
import { Field } from '#web/ui/field.tsx';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { sayPeriod } from '#words/web/office.ts';
import { reviewWords, sayMonth } from '#words/web/review.ts';
import { sheetsWords } from '#words/web/sheets.ts';
import { FactList } from './fact-list.tsx';
import { Scans } from './scans.tsx';

type Document = Extract<SheetFound, { as: 'document' }>;

/** Where each kind of sealed document is looked at. */
function placeOf(branch: string, { kind, matter }: Document): string | undefined {
  if (kind === 'register' || kind === 'minutes') return `/desk/${branch}/registers/${matter}`;
  if (kind === 'notice') return `/desk/${branch}/notices/${matter}`;
  if (kind === 'settlement' || kind === 'filing') return `/desk/${branch}/year`;
  if (kind === 'roll') return `/meeting/${branch}/${matter}`;
  return undefined;
}

/** A sealed document 定稿文书 that a sheet is of: what is kept is what was sealed or not, and the sheet is compared with it by its fingerprint. */
export function FoundDocument({
  branch,
  found,
  heading,
}: {
  branch: string;
  found: Document;
  heading: RefObject<HTMLHeadingElement | null>;
}) {
  const words = useWords();
  const text = useText(sheetsWords);
  const review = useText(reviewWords);
  const say = text.document;
  const { kind, number, period, sealed, fingerprint, intact, supersededBy, withdrawn } = found;
  const kinds: Readonly<Record<string, string>> = say.kinds;
  const place = placeOf(branch, found);
  const of = SCANNED.find((one) => one === kind);
  const month = period !== undefined && /^\d{4}-\d{2}$/.test(period);
  return (
    <section className="card sheet-found" data-sheet="document" data-kind={kind}>
      <h2 ref={heading} tabIndex={-1}>
        {kinds[kind] ?? say.kinds.other}
      </h2>
      <p className={intact ? 'agrees' : 'problem'} data-intact={intact}>
        {intact ? say.intact : say.changed}
      </p>
      {supersededBy !== undefined && <p className="off">{fill(say.superseded, { n: supersededBy })}</p>}
      {withdrawn && <p className="off">{say.withdrawn}</p>}
      <FactList
        facts={[
          ...(period === undefined
            ? []
            : [[text.period, month ? sayMonth(period, review) : sayPeriod(period, words)] as const]),
          [text.number, fill(text.numberOf, { n: number })],
          [text.sealed, sayDay(sealed, words)],
          [
            text.fingerprint,
            <span className="code" key="code">
              {groupsOf(fingerprint)}
            </span>,
          ],
        ]}
      />
      <Compare fingerprint={fingerprint} />
      {place !== undefined && (
        <p className="acts">
          <Link className="button main" to={place}>
            {say.open}
          </Link>
        </p>
      )}
      {of !== undefined && <Scans branch={branch} of={of} about={found.matter} />}
    </section>
  );
}

/** The first digits of a fingerprint in groups of four, as many as are typed to compare. */
function groupsOf(fingerprint: string): string {
  return (fingerprint.slice(0, 20).match(/.{4}/g) ?? []).join(' ');
}

/** Compares the fingerprint on a sheet with that of the document 核对指纹; nothing of it is sent. */
function Compare({ fingerprint }: { fingerprint: string }) {
  const { document: say } = useText(sheetsWords);
  const [typed, setTyped] = useState('');
  const digits = digitsOf(typed);
  return (
    <>
      <Field label={say.compare} hint={say.compareHint}>
        {(props) => (
          <input
            {...props}
            className="code"
            autoComplete="off"
            spellCheck={false}
            maxLength={100}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      <div role="status">
        {digits !== undefined && (
          <p className={fingerprint.startsWith(digits) ? 'agrees' : 'problem'}>
            {fingerprint.startsWith(digits) ? say.same : say.differs}
          </p>
        )}
      </div>
    </>
  );
}
