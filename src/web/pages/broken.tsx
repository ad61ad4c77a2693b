import { useWords } from '#web/lang.ts';
import { Notice } from '#web/ui/asked.tsx';

/** What stands in place of a page that could not be shown 没有打开的页面: its file did not come, or this browser cannot run it. */
export function BrokenPage() {
  const { ui } = useWords();
  return (
    <div className="wrap">
      <main id="main">
        <Notice title={ui.broken} text={ui.brokenText}>
          <button type="button" onClick={() => window.location.reload()}>
            {ui.reopen}
          </button>
        </Notice>
      </main>
    </div>
  );
}
