import { useState } from 'react';
import { useText } from '#web/lang.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { reviewWords } from '#words/web/review.ts';

/** What the keys do 快捷键, and the switch by which they rest. */
export function KeyHelp({ on, change }: { on: boolean; change: (on: boolean) => void }) {
  const review = useText(reviewWords);
  const [open, setOpen] = useState(false);
  return (
    <div className="keys">
      <label className="tick">
        <input type="checkbox" checked={on} onChange={(event) => change(event.target.checked)} />
        <span>{review.keysOn}</span>
      </label>
      <p className="soft" role="status">
        {on ? review.keysNote : review.keysOff}
      </p>
      <button type="button" className="bare" data-key="?" aria-keyshortcuts="?" onClick={() => setOpen(true)}>
        {review.keys}
      </button>
      {open && (
        <Dialog title={review.keys} onClose={() => setOpen(false)}>
          <dl className="key-list">
            {review.keyList.map(([key, what]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </Dialog>
      )}
    </div>
  );
}
