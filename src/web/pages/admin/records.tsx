import { Mixed } from '#web/ui/mixed.tsx';
import '#web/pages/above/above.css';
import './admin.css';
import { useState } from 'react';
import type { AnswerOf, InputOf } from '#contract/api.ts';
import { ACTIONS } from '#domain/permission/table.ts';
import { useLang, useText } from '#web/lang.ts';
import { StateTag } from '#web/pages/above/state-tag.tsx';
import { useRead } from '#web/query.ts';
import { Asked } from '#web/ui/asked.tsx';
import { Field } from '#web/ui/field.tsx';
import { ListLinks } from '#web/ui/list-links.tsx';
import { Title } from '#web/ui/title.tsx';
import { Wide } from '#web/ui/wide.tsx';
import { sayInstant } from '#words/say-instant.ts';
import { adminWords } from '#words/web/admin.ts';
import { usePlace } from './administrator.ts';
import { ChainCheck } from './chain-check.tsx';
import { OwnDesk } from './own-desk.tsx';
import { PlaceChoice } from './place-choice.tsx';
import { sayAction, sayCode } from './say-record.ts';

const ROWS = 50;
/** All that can stand in the record; setting a password by a slip is no action of the table. */
const RECORDED: readonly string[] = [...ACTIONS, 'session.join'].toSorted();
const NOUNS = [...new Set(RECORDED.map((one) => one.split('.')[0] ?? ''))];
type Filter = Pick<InputOf<'record.read'>, 'actor' | 'action' | 'outcome'>;

/** The audit record 审计记录 and the check of the chain, for the audit administrator. */
export function Page() {
  return (
    <OwnDesk held="audit">
      <Desk />
    </OwnDesk>
  );
}

function Desk() {
  const { records: text } = useText(adminWords);
  const [branch, setBranch] = usePlace('audit');
  return (
    <>
      <div className="head">
        <Title text={text.title} />
        <p className="lead">{text.lead}</p>
      </div>
      <PlaceChoice held="audit" value={branch} onChange={setBranch} />
      <ChainCheck key={`chain ${branch}`} branch={branch} />
      <Records key={branch} branch={branch} />
    </>
  );
}

function Records({ branch }: { branch: string }) {
  const { records: text } = useText(adminWords);
  const people = useRead('person.list', { branch }).data?.rows ?? [];
  const [filter, setFilter] = useState<Filter>({});
  const [cursor, setCursor] = useState<string>();
  const query = useRead('record.read', {
    branch,
    limit: ROWS,
    ...filter,
    ...(cursor !== undefined && { cursor }),
  });
  const change = (part: Partial<Record<keyof Filter, string>>): void => {
    const next = Object.entries({ ...filter, ...part }).filter(([, value]) => value !== '');
    setCursor(undefined);
    setFilter(Object.fromEntries(next) as Filter);
  };
  const nameOf = (id: string): string =>
    people.find(({ person }) => person === id)?.name ?? text.others[id] ?? text.somebody;
  return (
    <>
      <div className="filters">
        <Field label={text.outcome}>
          {(props) => (
            <select
              {...props}
              value={filter.outcome ?? ''}
              onChange={(event) => change({ outcome: event.target.value })}
            >
              <option value="">{text.all}</option>
              {(['done', 'waits', 'refused'] as const).map((one) => (
                <option key={one} value={one}>
                  {text.outcomes[one]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={text.actor}>
          {(props) => (
            <select {...props} value={filter.actor ?? ''} onChange={(event) => change({ actor: event.target.value })}>
              <option value="">{text.all}</option>
              <option value="clock">{text.others['clock']}</option>
              <option value="observer">{text.others['observer']}</option>
              {people.map(({ person, name, code }) => (
                <option key={person} value={person} lang="zh-CN">
                  {name} {code}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={text.action}>
          {(props) => (
            <select {...props} value={filter.action ?? ''} onChange={(event) => change({ action: event.target.value })}>
              <option value="">{text.all}</option>
              {NOUNS.map((noun) => (
                <optgroup key={noun} label={text.nouns[noun] ?? ''}>
                  {RECORDED.filter((one) => one.startsWith(`${noun}.`)).map((one) => (
                    <option key={one} value={one}>
                      {sayAction(one, text)}
                    </option>
                  ))}
                </optgroup>
              ))}
            </select>
          )}
        </Field>
      </div>
      <ListLinks branch={branch} list="record" {...filter} />
      <Asked query={query}>
        {({ rows, next }) => (
          <>
            {rows.length === 0 ? <p role="status">{text.none}</p> : <Table rows={rows} nameOf={nameOf} />}
            <p className="acts">
              {cursor !== undefined && (
                <button type="button" onClick={() => setCursor(undefined)}>
                  {text.newest}
                </button>
              )}
              {next !== null && (
                <button type="button" onClick={() => setCursor(next)}>
                  {text.older}
                </button>
              )}
            </p>
          </>
        )}
      </Asked>
    </>
  );
}

type Rows = { rows: AnswerOf<'record.read'>['rows']; nameOf: (id: string) => string };

function Table({ rows, nameOf }: Rows) {
  const { records: text } = useText(adminWords);
  const lang = useLang();
  return (
    <Wide label={text.title}>
      <table className="table records">
        <thead>
          <tr>
            <th scope="col">{text.at}</th>
            <th scope="col">{text.who}</th>
            <th scope="col">{text.action}</th>
            <th scope="col">{text.outcome}</th>
            <th scope="col">{text.why}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, at, actor, action, outcome, code }) => (
            <tr key={id} className={outcome === 'refused' ? 'refused' : undefined}>
              <td>
                <time dateTime={at}>{sayInstant(at)}</time>
              </td>
              <td>
                <Mixed text={nameOf(actor)} />
              </td>
              <td>{sayAction(action, text)}</td>
              <td>
                <StateTag text={text.outcomes[outcome] ?? ''} grave={outcome === 'refused'} />
              </td>
              <td className="soft">{code !== null && sayCode(code, lang)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}
