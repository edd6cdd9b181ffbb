import type { Viewer } from '../domain/access/viewer';
import { allows } from '../domain/access/policies';
import type { Instant } from '../domain/shared/instant';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { afterPage, afterSection, type AfterPage, type AfterSection } from './after-page.views';
import { conditionLine } from './conditions.views';
import type { FollowUpLine, FollowUpList } from './follow-ups.queries';
import { todoLine, type TodoLine } from './todo-line.views';
import { exportAct, listSheet } from '../http/views/list-sheet';
import type { Sheet } from '../http/spreadsheet';

/** What follows closings, in four lists; each by what is due first. */
export function followUpsView(list: FollowUpList, viewer: Viewer, words: Words): AfterPage {
  const { now } = list;
  const format = formatsFor(words);
  const calls = allows('deferral.callUp', viewer, null, 'production');
  const line = (entry: FollowUpLine, href: string, more: Partial<TodoLine> = {}): TodoLine => ({
    ...todoLine({ title: entry.title, href, when: `${entry.number} · ${entry.roundNumber}` }),
    ...dueOf(entry.dueAt, now, words),
    ...more,
  });
  const section = (id: string, title: string, items: readonly TodoLine[]): AfterSection =>
    afterSection({
      id,
      title: words.t(title),
      note: items.length === 0 ? '' : words.t('after.list.count', { n: items.length }),
      list: items.length === 0 ? null : { items },
      empty: items.length === 0 ? words.t('after.list.none') : '',
    });
  return afterPage(
    {
      dataPage: 'follow-ups',
      title: words.t('after.list.title'),
      meta: [words.t('after.list.meta')],
      crumbs: [],
      acts: [exportAct('/follow-ups.xlsx', words)],
      sections: [
        section(
          'consultations',
          'after.list.consultations',
          list.consultations.map((entry) =>
            line(entry, `/consultations/${entry.id}`, {
              when: [
                entry.number,
                entry.roundNumber,
                entry.meetsAt === null
                  ? words.t('after.meeting.none')
                  : words.t('after.list.meets', { at: format.dateTime(entry.meetsAt) }),
              ].join(' · '),
            }),
          ),
        ),
        section(
          'resubmissions',
          'after.list.resubmissions',
          list.resubmissions.map((entry) => line(entry, `/leads/${entry.leadId}`)),
        ),
        section(
          'conditions',
          'after.list.conditions',
          list.conditions.map((entry) => ({
            ...conditionLine(entry, now, words, `/conditions/${entry.id}`),
            when: [
              entry.number,
              entry.title,
              words.t('after.condition.owner', {
                owner: entry.ownerLabel,
                due: format.official(entry.dueOn),
              }),
            ].join(' · '),
          })),
        ),
        section(
          'deferrals',
          'after.list.deferrals',
          list.deferrals.map((entry) =>
            calls
              ? callable(line(entry, `/leads/${entry.leadId}`), entry, words)
              : line(entry, `/leads/${entry.leadId}`),
          ),
        ),
      ],
      forms: [],
      sent: null,
    },
    words,
  );
}

/** A line has room for one thing at its end: with the button there, the day goes below the title. */
function callable(shown: TodoLine, { leadId }: FollowUpLine, words: Words): TodoLine {
  const { act } = todoLine({
    title: '',
    act: { label: words.t('after.callUp'), href: `/leads/${leadId}/call-up` },
  });
  return { ...shown, when: `${shown.when} · ${shown.due}`, due: '', act };
}

function dueOf(dueAt: Instant, now: Instant, words: Words): { due: string; late: boolean } {
  const late = dueAt < now;
  const day = formatsFor(words).official(dueAt);
  return { due: words.t(late ? 'after.list.late' : 'after.list.until', { day }), late };
}

/** The four lists in one sheet to take away, each line with the list it stands in. */
export function followUpSheet(model: AfterPage, words: Words): Sheet {
  const lines = model.sections.flatMap(({ title, list }) =>
    (list?.items ?? []).map((item) => ({ ...item, list: title })),
  );
  return listSheet(
    words.t('after.list.title'),
    [
      [words.t('sheets.list'), 16, 'list'],
      [words.t('sheets.title'), 40, 'title'],
      [words.t('sheets.about'), 50, 'when'],
      [words.t('sheets.due'), 24, 'due'],
    ],
    lines,
  );
}
