import { type ReactNode, useEffect, useRef } from 'react';
import { useWords } from '#web/lang.ts';
import { Mixed } from './mixed.tsx';

let last: HTMLHeadingElement | null = null;

/** The heading of a page: names the window, and takes the focus when one page follows another, so that it is read out. */
export function Title({ text, children }: { text: string; children?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { common } = useWords();
  useEffect(() => {
    document.title = `${text} · ${common.product}`;
  }, [text, common]);
  useEffect(() => {
    // The heading with which the application opened leaves the focus where the browser has it.
    if (last !== null && last !== heading.current) heading.current?.focus({ preventScroll: true });
    last = heading.current;
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      <Mixed text={text} />
      {children}
    </h1>
  );
}
