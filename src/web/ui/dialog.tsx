import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { useWords } from '#web/lang.ts';

/** Safari has dialogs since 15.4; before that the same is a sheet in front of the page (decision 024). */
const HAS_DIALOGS = 'HTMLDialogElement' in window && 'showModal' in HTMLDialogElement.prototype;

/** A question over the page 对话框: the browser's own, so that focus and Escape work as everywhere. */
export function Dialog({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const { ui } = useWords();
  useEffect(() => {
    const shown = dialog.current;
    const before = document.activeElement;
    if (HAS_DIALOGS && shown && !shown.open) shown.showModal();
    // What is asked comes first, not the way out.
    const asked = shown?.querySelector<HTMLElement>('input:not([hidden]), select, textarea');
    (asked ?? (HAS_DIALOGS ? undefined : shown?.querySelector('button')))?.focus();
    return () => {
      if (HAS_DIALOGS) shown?.close();
      else if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  const sheet = {
    open: true,
    className: 'sheet-in-front',
    role: 'dialog',
    'aria-modal': true,
    onKeyDown: ({ key }: KeyboardEvent) => key === 'Escape' && onClose(),
  };
  return (
    <dialog
      ref={dialog}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      {...(!HAS_DIALOGS && sheet)}
    >
      <div className="dialog-head">
        <h2 id={heading}>{title}</h2>
        <button type="button" className="bare" onClick={onClose}>
          {ui.close}
        </button>
      </div>
      {children}
    </dialog>
  );
}
