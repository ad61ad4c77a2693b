import { useWords } from '#web/lang.ts';
import { Notice } from '#web/ui/asked.tsx';

/** What stands in place of a page that does not exist. */
export function MissingPage() {
  const { my, ui } = useWords();
  return (
    <div className="wrap">
      <main id="main">
        <Notice title={my.missing} text={my.missingText}>
          <a href="/my">{ui.toHome}</a>
        </Notice>
      </main>
    </div>
  );
}
