import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useWords } from '#web/lang.ts';

/** A question over the page 对话框: the browser's own, so that focus and Escape work as everywhere. */
export function Dialog({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const { ui } = useWords();
  useEffect(() => {
    const shown = dialog.current;
    if (shown && !shown.open) shown.showModal();
    // What is asked comes first, not the way out.
    shown?.querySelector<HTMLElement>('input:not([hidden]), select, textarea')?.focus();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
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
