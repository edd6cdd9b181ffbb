import { R1 } from '../domain/rubric/rule-set-r1';
import type { Instant } from '../domain/shared/instant';
import { intakeDue } from '../domain/lead/intake-clock';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { DeskFacts, OfficeFacts } from './desk-facts';
import type { DueRow, DueTable } from './desk-parts';
import { mostOnDesk } from './desk.queries';
import { workdaysLeft } from './own-desk.views';

type Time = Pick<DeskFacts, 'now' | 'calendar' | 'limits'>;

/** Everything that has a date, whoever's turn it is, the earliest first. */
export function dueTable(
  office: OfficeFacts,
  time: Time,
  words: Words,
): DueTable & { late: number; own: number } {
  const rows = [
    ...intakeRows(office, time, words),
    ...roundRows(office, time, words),
    ...fiveOnesRows(office, time, words),
  ];
  rows.sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
  const shown = rows.slice(0, mostOnDesk);
  const own = words.t('desk.whose.you');
  return {
    note: words.t('desk.due.note', { n: rows.length }),
    rows: shown,
    more: rows.length > shown.length ? words.t('desk.due.more', { n: rows.length - shown.length }) : '',
    late: rows.filter(({ dueAt }) => dueAt < time.now).length,
    own: rows.filter(({ whoseSub }) => whoseSub === own).length,
  };
}

type Due = Omit<DueRow, 'left' | 'at' | 'late' | 'whose' | 'whoseSub'>;

function dueRow(row: Due, time: Time, words: Words): DueRow {
  const { text, late } = workdaysLeft(row.dueAt, time, words);
  const at = formatsFor(words).day(row.dueAt);
  return {
    whose: words.t('role.secretariat'),
    whoseSub: words.t('desk.whose.you'),
    ...row,
    left: text,
    at,
    late,
  };
}

function intakeRows({ intake }: OfficeFacts, time: Time, words: Words): DueRow[] {
  return intake.map((lead) =>
    dueRow(
      {
        id: lead.id,
        title: lead.title,
        href: `/leads/${lead.id}`,
        sub: lead.number ?? '',
        what: words.t('desk.what.intake'),
        dueAt: intakeDue(time.calendar, lead.since, lead, time.limits),
        act: { label: words.t('desk.act.intake'), href: `/intake?selected=${lead.id}#pane` },
      },
      time,
      words,
    ),
  );
}

/** Closing on the deadline, and the letters that the rules promise after it. */
function roundRows({ rounds }: OfficeFacts, time: Time, words: Words): DueRow[] {
  return rounds
    .filter(({ state }) => state !== 'planned')
    .map(({ id, number, title, state, deadlineAt, closedAt, unruled }) => {
      const isOpen = state === 'open' || state === 'locked';
      const dueAt: Instant = isOpen
        ? deadlineAt
        : time.calendar.addWorkdays(closedAt ?? deadlineAt, R1.terms.letter);
      const ask = unruled > 0;
      const row = dueRow(
        {
          id,
          title,
          href: `/rounds/${id}`,
          sub: number,
          what: isOpen
            ? words.t('desk.what.closing')
            : ask
              ? words.t('desk.what.ruling', { n: unruled })
              : words.t('desk.what.announcement'),
          act: isOpen
            ? { label: words.t('desk.act.enter'), href: `/rounds/${id}` }
            : {
                label: words.t(ask ? 'desk.act.results' : 'desk.act.announce'),
                href: `/rounds/${id}/${ask ? 'results' : 'announcement'}`,
              },
          dueAt,
        },
        time,
        words,
      );
      return ask
        ? { ...row, whose: words.t('desk.whose.chair'), whoseSub: words.t('role.leadingGroup') }
        : row;
    });
}

function fiveOnesRows({ fiveOnes }: OfficeFacts, time: Time, words: Words): DueRow[] {
  return fiveOnes.map(({ id, title, cageNo, filled, fiveOnesDueAt }) =>
    dueRow(
      {
        id,
        title,
        href: `/cage/${id}`,
        sub: cageNo,
        what: words.t('desk.what.fiveOnes', { filled }),
        act: { label: words.t('desk.act.fill'), href: `/cage/${id}` },
        dueAt: fiveOnesDueAt,
      },
      time,
      words,
    ),
  );
}
