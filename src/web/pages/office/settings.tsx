import './office.css';
import { useText, useWords } from '#web/lang.ts';
import { useNames, useRead, useSession } from '#web/query.ts';
import { Asked } from '#web/ui/asked.tsx';
import { Title } from '#web/ui/title.tsx';
import { fill } from '#words/fill.ts';
import { sayDay } from '#words/my.ts';
import { settingsWords } from '#words/web/office-settings.ts';
import type { SettingsWords } from '#words/web/office-settings.zh-CN.ts';
import { useHere } from './here.ts';
import { LazyQr } from './lazy-qr.tsx';
import { SuperiorForm } from './settings-superior.tsx';
import { TermsForm } from './settings-terms.tsx';

/** What the branch sets for itself 设置: terms and votes within their bounds, who is who, the board. */
export function Page() {
  const say = useText(settingsWords);
  const { branch } = useHere();
  const settings = useRead('setting.show', { branch });
  const scheme = useRead('scheme.text', { branch });
  return (
    <>
      <div className="head">
        <Title text={say.title} />
        <p className="lead">{say.lead}</p>
      </div>
      <div className="stack">
        <section className="card">
          <h2>{say.terms.title}</h2>
          <Asked query={settings}>
            {({ matters }) => (
              <Asked query={scheme}>
                {({ document }) => {
                  const matter = matters.find(({ id }) => id === 'settings');
                  return <TermsForm key={matter?.revision ?? 0} matter={matter} scheme={document} />;
                }}
              </Asked>
            )}
          </Asked>
        </section>
        <section className="card">
          <h2>{say.superior.title}</h2>
          <Asked query={settings}>
            {({ matters }) => {
              const matter = matters.find(({ id }) => id === 'settings');
              return <SuperiorForm key={matter?.revision ?? 0} matter={matter} />;
            }}
          </Asked>
        </section>
        <Offices />
        <Board />
        <section className="card">
          <h2>{say.device.title}</h2>
          <p>{say.device.text}</p>
        </section>
      </div>
    </>
  );
}

/** Who holds which office of the branch today, and what is already fixed to change 任职; the security administrator gives and ends them. */
function Offices() {
  const words = useWords();
  const { who: say, roles: names } = useText(settingsWords);
  const { branch } = useHere();
  const { places, today } = useSession();
  const name = useNames(branch);
  const members = useRead('member.list', { branch });
  const own = places.find(({ id }) => id === branch)?.roles ?? [];
  return (
    <section className="card">
      <h2>{say.title}</h2>
      <p>{fill(say.own, { roles: own.map((role) => names[role as keyof SettingsWords['roles']]).join(say.comma) })}</p>
      <p className="soft">{say.lead}</p>
      <Asked query={members}>
        {({ offices }) => (
          <ul className="rows">
            {offices.map(({ person, role, from, to }) => (
              <li key={`${role} ${person} ${from}`} data-office={role}>
                <b lang="zh-CN">{name(person)}</b>
                <span>
                  {names[role]}
                  {from > today && ` · ${fill(say.from, { day: sayDay(from, words) })}`}
                  {to !== undefined && ` · ${fill(say.to, { day: sayDay(to, words) })}`}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Asked>
    </section>
  );
}

function Board() {
  const { board: say } = useText(settingsWords);
  const { branch } = useHere();
  const query = useRead('branch.show', { branch });
  return (
    <section className="card">
      <h2>{say.title}</h2>
      <p className="soft">{say.text}</p>
      <Asked query={query}>
        {({ board }) => {
          const whole = new URL(board, window.location.origin).href;
          return (
            <div className="address">
              <LazyQr text={whole} label={say.qr} />
              <div>
                <p>{whole}</p>
                <p className="acts">
                  <a className="button" href={whole} target="_blank" rel="noopener">
                    {say.open}
                  </a>
                  {(['a4', 'a3'] as const).map((paper) => (
                    <a key={paper} className="button" href={`${whole}?print=${paper}`} target="_blank" rel="noopener">
                      {say.prints[paper]}
                    </a>
                  ))}
                </p>
              </div>
            </div>
          );
        }}
      </Asked>
    </section>
  );
}
