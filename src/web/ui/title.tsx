import { type ReactNode, useEffect, useRef } from 'react';
import { useWords } from '#web/lang.ts';

let shown = 0;

/** The heading of a page: names the window, and takes the focus when one page follows another, so that it is read out. */
export function Title({ text, children }: { text: string; children?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { common } = useWords();
  useEffect(() => {
    document.title = `${text} · ${common.product}`;
  }, [text, common]);
  useEffect(() => {
    if (shown++ > 1) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {text}
      {children}
    </h1>
  );
}
