import { Link } from '@tanstack/react-router';
import { useText } from '#web/lang.ts';
import { useMay } from '#web/pages/review/may.ts';
import { useRead } from '#web/query.ts';
import { deskWords } from '#words/web/desk.ts';
import { workWords } from '#words/web/work.ts';

/** Where a new branch begins 开始使用: while its roster holds nobody but whoever set it up, nothing else can be done. */
export function FirstDay({ branch }: { branch: string }) {
  const { firstDay: words } = useText(workWords);
  const { menu } = useText(deskWords);
  const may = useMay(branch);
  const { data } = useRead('member.list', { branch });
  if (!data || data.members.length > 1 || !may('roster.add')) return null;
  return (
    <section className="card" aria-label={words.title}>
      <h2>{words.title}</h2>
      <ol>
        {words.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className="acts">
        {(['import', 'roster', 'slips'] as const).map((page) => (
          <Link key={page} className="button" to={`/desk/${branch}/${page}`}>
            {menu[page]}
          </Link>
        ))}
      </p>
    </section>
  );
}
