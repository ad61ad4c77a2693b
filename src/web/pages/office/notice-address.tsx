import { useText } from '#web/lang.ts';
import { sayDone } from '#web/ui/done.ts';
import { noticesWords } from '#words/web/office-notices.ts';
import { LazyQr } from './lazy-qr.tsx';

/** The address of a running notice 公示网址, its QR, and its sheets for the wall. */
export function NoticeAddress({ code }: { code: string }) {
  const { address: say } = useText(noticesWords);
  const path = `/n/${code}`;
  const whole = `${window.location.origin}${path}`;
  return (
    <section className="card">
      <h2>{say.title}</h2>
      <p className="soft">{say.text}</p>
      <div className="address">
        <LazyQr text={whole} label={say.qr} />
        <div>
          <p>{whole}</p>
          <p className="acts">
            <a className="button main" href={path} target="_blank" rel="noopener">
              {say.open}
            </a>
            {(['a4', 'a3'] as const).map((paper) => (
              <a key={paper} className="button" href={`${path}?print=${paper}`} target="_blank" rel="noopener">
                {say.prints[paper]}
              </a>
            ))}
            <button
              type="button"
              onClick={async () => {
                await navigator.clipboard?.writeText(whole);
                sayDone(say.copied);
              }}
            >
              {say.copy}
            </button>
          </p>
        </div>
      </div>
    </section>
  );
}
