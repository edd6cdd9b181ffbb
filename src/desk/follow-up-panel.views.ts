import { beijingDay, type Instant } from '../domain/shared/instant';
import type { FollowUpLine, FollowUpList } from '../results/follow-ups.queries';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { type DeskPanel, panel, todo } from './desk-parts';

interface Line {
  readonly title: string;
  readonly href: string;
  readonly number: string;
  readonly kind: string;
  /** An instant or a day; either says when by its first ten characters. */
  readonly due: Instant;
  readonly late: boolean;
}

/** As many as fit beside the rest of a desk; the page of all of them is one press away. */
const most = 8;

/** Consultations, material asked for, conditions and deferrals, by what is due first; null where nothing runs. */
export function followUpPanel(list: FollowUpList, words: Words): DeskPanel | null {
  const { now } = list;
  const line = (kind: string, one: FollowUpLine, href: string): Line => {
    const { title, number, dueAt: due } = one;
    return { title, href, number, kind, due, late: due < now };
  };
  const lines: Line[] = [
    ...list.consultations.map((one) => line('consultations', one, `/consultations/${one.id}`)),
    ...list.resubmissions.map((one) => line('resubmissions', one, `/leads/${one.leadId}`)),
    ...list.deferrals.map((one) => line('deferrals', one, `/leads/${one.leadId}`)),
    ...list.conditions.map(({ id, title, number, dueOn }) => ({
      title,
      href: `/conditions/${id}`,
      number,
      kind: 'conditions',
      due: dueOn,
      // A condition may still be met on its day.
      late: dueOn < beijingDay(now),
    })),
  ];
  if (lines.length === 0) return null;
  const formats = formatsFor(words);
  const first = lines.sort((one, other) => (one.due < other.due ? -1 : 1)).slice(0, most);
  return panel(
    words.t('after.list.title'),
    first.map(({ title, href, number, kind, due, late }) =>
      todo({
        title,
        href,
        when: [number, words.t(`after.list.${kind}`)].join(' · '),
        due: words.t(late ? 'after.list.late' : 'after.list.until', { day: formats.official(due) }),
        late,
      }),
    ),
    {
      note: words.t('after.list.count', { n: lines.length }),
      more: { label: words.t('after.list.title'), href: '/follow-ups' },
    },
  );
}
