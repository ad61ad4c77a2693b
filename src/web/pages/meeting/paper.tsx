import './meeting.css';
import './paper.css';
import { Link, useParams } from '@tanstack/react-router';
import { textOf } from '#web/content.ts';
import { useMarks, useText, useWords } from '#web/lang.ts';
import { Scans } from '#web/pages/sheets/scans.tsx';
import { useRead } from '#web/query.ts';
import { Asked, Notice } from '#web/ui/asked.tsx';
import { FormLinks } from '#web/ui/form-links.tsx';
import { Title } from '#web/ui/title.tsx';
import { paperWords } from '#words/web/meeting-paper.ts';
import { scansWords } from '#words/web/scans.ts';
import { RegisterPaper } from './register-paper.tsx';
import { headOf, sheetOf } from './sheet-text.ts';

/** A register or the minutes of a meeting on paper 打印: laid out for A4. */
export function Page() {
  const { branch = '', id = '' } = useParams({ strict: false });
  const p = useText(paperWords);
  const { my } = useWords();
  const scans = useText(scansWords);
  const registers = useRead('register.show', { branch });
  const meetings = useRead('assembly.show', { branch });
  return (
    <>
      <p className="acts paper-acts">
        <Link className="button" to={`/desk/${branch}/registers`}>
          {p.back}
        </Link>
        <button type="button" className="main" onClick={() => window.print()}>
          {p.print}
        </button>
      </p>
      <Asked query={registers}>
        {({ matters, documents }) => {
          const register = matters.find((one) => one.id === id);
          const sheet = sheetOf(register?.content['text']);
          const sealed = documents.find(({ number }) => number === register?.content['document']);
          const head = headOf(sealed?.text);
          if (sheet)
            return (
              <>
                {sealed && <Files branch={branch} form="registerBranch" of={id} />}
                <RegisterPaper
                  branch={branch}
                  sheet={sheet}
                  {...(sealed && { number: sealed.number })}
                  {...(head !== undefined && { head })}
                />
                {sealed && <Scans branch={branch} of="register" about={id} />}
              </>
            );
          return (
            <Asked query={meetings}>
              {(answer) => {
                const minutes = answer.matters.find((one) => one.id === id && one.noun === 'minutes');
                const meeting = answer.matters.find((one) => one.id === minutes?.parent);
                if (!minutes || !meeting) return <Notice title={my.missing} text={my.missingText} />;
                return (
                  <>
                    <Files branch={branch} form="minutes" of={id} />
                    <MinutesPaper branch={branch} minutes={minutes.content} meeting={meeting.content} />
                    {minutes.content['document'] !== undefined && <Scans branch={branch} of="minutes" about={id} />}
                    <Scans branch={branch} of="assembly" about={meeting.id} title={scans.ofMeeting} />
                  </>
                );
              }}
            </Asked>
          );
        }}
      </Asked>
    </>
  );
}

/** The sheet as a file, for an office that prints or keeps it; not printed itself. */
function Files({ branch, form, of }: { branch: string; form: 'registerBranch' | 'minutes'; of: string }) {
  return (
    <div className="paper-acts">
      <FormLinks branch={branch} form={form} of={of} table={form === 'registerBranch'} />
    </div>
  );
}

type Content = Readonly<Record<string, unknown>>;

/** The minutes as signed: the first line of the text is their title. */
function MinutesPaper({ branch, minutes, meeting }: { branch: string; minutes: Content; meeting: Content }) {
  const p = useText(paperWords);
  const marks = useMarks();
  const names = useRead('member.list', { branch });
  const name = (id: unknown): string =>
    [...(names.data?.members ?? []), ...(names.data?.others ?? [])].find((one) => one.id === id)?.name ?? '';
  const [title = '', ...lines] = textOf(minutes['text']).split('\n');
  const signed = (key: 'chair' | 'recorder'): string => (minutes[key] === true ? p.signed : p.unsigned);
  return (
    <article className="paper">
      <Title text={title} />
      <div className="minutes-paper" lang="zh-CN">
        {lines.join('\n')}
      </div>
      <div className="signatures">
        <p>
          {p.chair}
          <span lang="zh-CN">{name(meeting['chair'])}</span>
          {marks.open + signed('chair') + marks.close}
        </p>
        <p>
          {p.keeper}
          <span lang="zh-CN">{name(meeting['recorder'])}</span>
          {marks.open + signed('recorder') + marks.close}
        </p>
      </div>
    </article>
  );
}
