/** How far a matter is 办理进度: its stages in a row, the present one marked. */
export function Course({
  label,
  stages,
  at,
}: {
  label: string;
  stages: readonly { readonly state: string; readonly label: string }[];
  at: string;
}) {
  const now = stages.findIndex(({ state }) => state === at);
  return (
    <ol className="course" aria-label={label}>
      {stages.map(({ state, label: text }, index) => (
        <li
          key={state}
          className={index < now ? 'past' : index === now ? 'now' : ''}
          {...(index === now && { 'aria-current': 'step' as const })}
        >
          {text}
        </li>
      ))}
    </ol>
  );
}
