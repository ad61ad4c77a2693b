import { Link } from '@tanstack/react-router';
import { signOut } from '#web/call.ts';
import { useLang, useText, useWords } from '#web/lang.ts';
import { useRead, useSession } from '#web/query.ts';
import { FormLinks } from '#web/ui/form-links.tsx';
import { Title } from '#web/ui/title.tsx';
import { fill } from '#words/fill.ts';
import { moreWords } from '#words/web/my-more.ts';
import './my.css';

/** Where each of the further pages is; the words of each carry the same name. */
const PAGES = [
  ['score', '/my/score'],
  ['year', '/my/year'],
  ['openings', '/my/openings'],
  ['looked', '/my/looked'],
  ['objections', '/my/objections'],
  ['appeals', '/my/appeals'],
  ['notices', '/my/notices'],
  ['talks', '/my/talks'],
  ['appraisal', '/my/appraisal'],
  ['relatives', '/my/relatives'],
  ['absence', '/my/absence'],
  ['password', '/my/password'],
] as const;

/** The forms that a member may want empty, to write on by hand. */
const FORMS = ['declaration', 'objection', 'appeal', 'exemption'] as const;

/** Those that bear the name of whoever asks. */
const NAMED: ReadonlySet<string> = new Set(['objection', 'appeal']);

/** All further pages of a member 更多, each with what it is for. */
export function Page() {
  const { more } = useText(moreWords);
  const { ui } = useWords();
  const signIn = useLang() === 'en' ? '/sign-in?lang=en' : '/sign-in';
  const { home: branch, login, name, person } = useSession();
  const { data } = useRead('branch.show', { branch });
  // Points of before 启用前积分 are nobody's matter where the branch never kept them elsewhere.
  const lines = useRead('declaration.list', { branch, member: person, limit: 500 }).data?.rows ?? [];
  const pages = lines.some(({ origin }) => origin === 'opening')
    ? PAGES
    : PAGES.filter(([page]) => page !== 'openings');
  return (
    <>
      <div className="head">
        <Title text={more.title} />
        <p className="person">
          <b lang="zh-CN">{name}</b>
          <span className="soft">{fill(more.login, { login })}</span>
        </p>
      </div>
      <nav className="card" aria-label={more.title}>
        <ul className="links">
          {pages.map(([page, to]) => (
            <li key={page}>
              <Link to={to}>
                <b>{more[page]}</b>
                <span className="more">{more[`${page}Text`]}</span>
              </Link>
            </li>
          ))}
          <li>
            <Link to="/my/declare" search={{ about: 'other' }}>
              <b>{more.other}</b>
              <span className="more">{more.otherText}</span>
            </Link>
          </li>
          {data && (
            <li>
              <a href={data.board}>
                <b>{more.board}</b>
                <span className="more">{more.boardText}</span>
              </a>
            </li>
          )}
        </ul>
      </nav>
      <section className="card">
        <h2>{more.forms}</h2>
        <p className="soft">{more.formsText}</p>
        {FORMS.map((form) => (
          <FormLinks key={form} branch={branch} form={form} {...(NAMED.has(form) && { member: person })} />
        ))}
      </section>
      <p className="acts">
        <button type="button" onClick={() => void signOut().then(() => window.location.assign(signIn))}>
          {ui.signOut}
        </button>
      </p>
    </>
  );
}
