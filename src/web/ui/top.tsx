import { Link } from '@tanstack/react-router';
import { signOut } from '#web/call.ts';
import { useLang, useWords } from '#web/lang.ts';
import { MODES, useMode } from '#web/mode.ts';
import { useSession } from '#web/query.ts';

/** The top line of every page: own name, size of text, language, who is signed in and the way out. */
export function Top({ place }: { place: string }) {
  const lang = useLang();
  const { common, ui } = useWords();
  const [mode, setMode] = useMode();
  const { name } = useSession();
  return (
    <div className="top">
      <a className="own" href={lang === 'en' ? '/?lang=en' : '/'}>
        <img src="/icon.svg" alt="" width="24" height="24" />
        {common.product}
      </a>
      <span className="place" lang="zh-CN">
        {place}
      </span>
      <div className="tools">
        <label className="size">
          <span className="unseen">{ui.size}</span>
          <select value={mode} onChange={(event) => setMode(MODES.find((one) => one === event.target.value) ?? '')}>
            {MODES.map((one) => (
              <option key={one} value={one}>
                {ui.sizes[one]}
              </option>
            ))}
          </select>
        </label>
        <Link
          to="."
          search={lang === 'en' ? { lang: undefined } : { lang: 'en' }}
          hrefLang={lang === 'en' ? 'zh-CN' : 'en'}
          lang={lang === 'en' ? 'zh-CN' : 'en'}
          replace
        >
          {common.otherLang}
        </Link>
        <button
          type="button"
          className="bare out"
          onClick={() =>
            void signOut().then(() => window.location.assign(lang === 'en' ? '/sign-in?lang=en' : '/sign-in'))
          }
        >
          {ui.signOut} <span lang="zh-CN">{name}</span>
        </button>
      </div>
    </div>
  );
}
