import { useWords } from '#web/lang.ts';

/** That the network is down and an act is sent again 正在重发: said while it waits, nothing otherwise. */
export function WaitsNote({ waits }: { waits: boolean }) {
  const { ui } = useWords();
  if (!waits) return null;
  return (
    <p className="waits-note" role="status">
      {ui.reaching}
    </p>
  );
}
