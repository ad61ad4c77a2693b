import './work.css';
import '#web/pages/review/review.css';
import { useParams } from '@tanstack/react-router';
import { useText } from '#web/lang.ts';
import { LineForm } from '#web/pages/review/line-form.tsx';
import { useMay } from '#web/pages/review/may.ts';
import { Title } from '#web/ui/title.tsx';
import { workWords } from '#words/web/work.ts';
import { Proposed } from './proposed.tsx';
import { Vetoes } from './vetoes.tsx';

/** Deductions that the committee proposes 扣分, and vetoes 一票否决. */
export function Page() {
  const { deductions: words } = useText(workWords);
  const { branch = '' } = useParams({ strict: false });
  const may = useMay(branch);
  return (
    <>
      <div className="head">
        <Title text={words.title} />
        <p className="lead">{words.lead}</p>
      </div>
      <Proposed branch={branch} />
      {may('review.propose') && <Propose branch={branch} />}
      <Vetoes branch={branch} />
    </>
  );
}

/** The committee proposes a deduction with item, fact and what it rests on (product §3.4). */
function Propose({ branch }: { branch: string }) {
  const { deductions: words } = useText(workWords);
  return (
    <details className="card">
      <summary>{words.propose}</summary>
      <LineForm
        branch={branch}
        keep="propose"
        action="review.propose"
        said={{ ...words, send: words.propose, done: words.proposed }}
      />
    </details>
  );
}
