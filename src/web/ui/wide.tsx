import type { ReactNode } from 'react';

/** What may be wider or longer than the window 可滚动区域: it scrolls by itself, also by keyboard. */
export function Wide({ label, long = false, children }: { label: string; long?: boolean; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section className={long ? 'wide scroll' : 'wide'} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
