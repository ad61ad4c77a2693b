import { lazy, Suspense } from 'react';

const Qr = lazy(async () => ({ default: (await import('./qr.tsx')).Qr }));

/** A QR code that is drawn once its chunk has come; its place is kept meanwhile. */
export function LazyQr({ text, label }: { text: string; label: string }) {
  return (
    <Suspense fallback={<span className="qr" aria-hidden="true" />}>
      <Qr text={text} label={label} />
    </Suspense>
  );
}
