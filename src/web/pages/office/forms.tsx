import './office.css';
import type { ReactNode } from 'react';
import { useText, useWords } from '#web/lang.ts';
import { useRead } from '#web/query.ts';
import { Asked } from '#web/ui/asked.tsx';
import { FormLinks } from '#web/ui/form-links.tsx';
import { Title } from '#web/ui/title.tsx';
import { fill } from '#words/fill.ts';
import { sayMonthOf } from '#words/my.ts';
import { formsWords } from '#words/web/office-forms.ts';
import type { FormsWords } from '#words/web/office-forms.zh-CN.ts';
import { useHere } from './here.ts';

/** The forms that are empty until a hand fills them in; each sentence has the name of its form. */
const CONTEST = ['objection', 'objectionAnswer', 'appeal'] as const;
const USES = ['talk', 'improvement', 'exemption'] as const;

/** Every form for an office that works on paper 表单: empty ones, and the current ones with what is known (product §7). */
export function Page() {
  const say = useText(formsWords);
  return (
    <>
      <div className="head">
        <Title text={say.title} />
        <p className="lead">{say.lead}</p>
      </div>
      <div className="stack">
        <Month />
        <Meeting />
        <Sums />
        <Empty title={say.groups.contest} forms={CONTEST} />
        <Empty title={say.groups.uses} forms={USES} />
      </div>
    </>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="card">
      <h2>{title}</h2>
      <ul className="rows forms">{children}</ul>
    </section>
  );
}

/** A form with the sentence that says what it is for. */
function One({ text, ...asked }: Omit<Parameters<typeof FormLinks>[0], 'branch'> & { text: string }) {
  const { branch } = useHere();
  return (
    <li>
      <FormLinks branch={branch} {...asked} />
      <span className="soft">{text}</span>
    </li>
  );
}

function Empty({ title, forms }: { title: string; forms: readonly (typeof CONTEST | typeof USES)[number][] }) {
  const say = useText(formsWords);
  return (
    <Group title={title}>
      {forms.map((form) => (
        <One key={form} form={form} label={say[form]} text={say[`${form}Text`]} />
      ))}
    </Group>
  );
}

function Month() {
  const say = useText(formsWords);
  const words = useWords();
  const { today } = useHere();
  const month = sayMonthOf(today.slice(0, 7), words);
  return (
    <Group title={say.groups.month}>
      <One
        form="declaration"
        member="all"
        period={today.slice(0, 7)}
        label={fill(say.slips, { month })}
        text={say.slipsText}
      />
      <One form="declaration" label={say.slip} text={say.slipText} />
    </Group>
  );
}

/** Of a meeting there is a roll once it is convened, and minutes once they are drafted. */
function Meeting() {
  const say = useText(formsWords);
  const { branch } = useHere();
  const query = useRead('assembly.show', { branch });
  return (
    <Asked query={query}>
      {({ matters }) => {
        const has = (noun: string): boolean => matters.some((one) => one.noun === noun);
        return (
          <Group title={say.groups.assembly}>
            {!has('assembly') && <li className="soft">{say.noMeeting}</li>}
            {has('assembly') && <One form="roll" table label={say.roll} text={say.rollText} />}
            {has('minutes') && <One form="minutes" label={say.minutes} text={say.minutesText} />}
          </Group>
        );
      }}
    </Asked>
  );
}

/** The tables of quarters and years once they are sealed, what was posted of them, and what was sent up. */
function Sums() {
  const say = useText(formsWords);
  const { branch, holds } = useHere();
  const registers = useRead('register.show', { branch });
  const years = useRead('settlement.show', { branch });
  const notices = useRead('notice.show', { branch });
  const filings = useRead('filing.show', { branch }, { when: holds('secretary') });
  const has = ({ data }: { readonly data?: { readonly documents: readonly object[] } | undefined }): boolean =>
    data !== undefined && data.documents.length > 0;
  const tables: readonly (keyof FormsWords & ('registerBranch' | 'summary' | 'notice' | 'settlement' | 'filing'))[] = [
    ...(has(registers) ? (['registerBranch', 'summary'] as const) : []),
    ...(has(notices) ? (['notice'] as const) : []),
    ...(has(years) ? (['settlement'] as const) : []),
    ...(has(filings) ? (['filing'] as const) : []),
  ];
  return (
    <Asked query={registers}>
      {() => (
        <Group title={say.groups.year}>
          {tables.length === 0 && <li className="soft">{say.nothing}</li>}
          {tables.map((form) => (
            <One key={form} form={form} table label={say[form]} text={say[`${form}Text`]} />
          ))}
          {has(notices) && <One form="notice" sheet="a3" table label={say.noticeLarge} text={say.noticeLargeText} />}
        </Group>
      )}
    </Asked>
  );
}
