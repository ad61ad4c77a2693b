import '#web/pages/desk/desk.css';
import type { ReactNode } from 'react';

/** What can be wider than its window 宽表 and is then moved by finger or keys. */
export function Wide({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it is moved with the keys
    <section className="wide" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
