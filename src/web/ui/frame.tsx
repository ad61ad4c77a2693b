import { Link, Outlet } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useLang, useWords } from '#web/lang.ts';

/** Every page: skip link, own name, language, the mark 演示, then the page itself. */
export function Frame() {
  const lang = useLang();
  const { common, my } = useWords();
  useEffect(() => {
    document.documentElement.lang = lang;
  }, [lang]);
  return (
    <div className="wrap">
      <a className="skip" href="#main">
        {common.skip}
      </a>
      <header>
        <div className="top">
          <a className="own" href={lang === 'en' ? '/?lang=en' : '/'}>
            <img src="/icon.svg" alt="" width="24" height="24" />
            {common.product}
          </a>
          <nav className="to" aria-label={my.home}>
            <Link
              to="."
              search={lang === 'en' ? { lang: undefined } : { lang: 'en' }}
              hrefLang={lang === 'en' ? 'zh-CN' : 'en'}
              lang={lang === 'en' ? 'zh-CN' : 'en'}
              replace
            >
              {common.otherLang}
            </Link>
          </nav>
        </div>
        <p className="demo">
          <b>{common.demo}</b>
          {common.demoNote}
        </p>
      </header>
      <main id="main">
        <Outlet />
      </main>
    </div>
  );
}
