import { parsePeriod } from '#domain/kernel/day.ts';
import { useLang, useWords } from '#web/lang.ts';
import { useRead } from '#web/query.ts';
import { FormLinks } from '#web/ui/form-links.tsx';
import { formTitles } from '#words/form-titles.ts';
import { sayPeriod } from '#words/web/office.ts';

/** A quarter whose register is sealed: without it there is no notice. */
const REGISTERED = ['posted', 'closed'];

type Whose = {
  /** The first day on which the member belonged to the branch: earlier registers do not name it. */
  since: string | undefined;
  branch: string;
  /** The member, oneself where none is told. */
  member?: string;
  /** The year of which the registered quarters are offered. */
  year: string;
  /** The years that are sealed. */
  sealed: readonly string[];
};

/** The registers of a member on paper 个人积分登记表: of each registered quarter of a year, and of the year once it is settled. */
export function MemberRegisters({ branch, member, year, sealed, since = '' }: Whose) {
  const words = useWords();
  const title = formTitles(useLang()).registerMember;
  const { data } = useRead('month.list', { branch, year });
  const quarters = data?.months.flatMap(({ quarter }) =>
    quarter && REGISTERED.includes(quarter.state) && (parsePeriod(quarter.id)?.to ?? '') >= since ? [quarter.id] : [],
  );
  const settled = sealed.includes(year) ? [year] : sealed.slice(-1);
  return [...new Set(quarters?.toSorted()), ...settled].map((period) => (
    <FormLinks
      key={period}
      branch={branch}
      form="registerMember"
      period={period}
      {...(member !== undefined && { member })}
      label={`${sayPeriod(period, words)} · ${title}`}
      table
    />
  ));
}
