import type { Instant } from '../domain/shared/instant';
import { seal, type Seal, tag } from '../http/views/marks';
import { stateMark } from '../http/views/lead-mark';
import type { AwaitedAnswer } from '../answers/answers.queries';
import type { WaitingLead } from '../leads/lead-waiting.queries';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { DeskFacts, ScoutFacts } from './desk-facts';
import { type DeskPanel, panel, type Todo, todo } from './desk-parts';
import type { DeskProject, LeadUnderway, LetterReceived, OwnSeat } from './desk.queries';

type Time = Pick<DeskFacts, 'now' | 'calendar'>;

/** A scout: what came back, what is not yet sent, where the others are, what was answered. */
export function scoutPanels({ waiting, reasons, underway, letters }: ScoutFacts, words: Words): DeskPanel[] {
  return [
    panel(
      words.t('desk.scout.waiting'),
      waiting.map((lead) => ownLead(lead, reasons.get(lead.id) ?? '', words)),
      {
        empty: words.t('desk.scout.waiting.none'),
      },
    ),
    panel(
      words.t('desk.scout.underway'),
      underway.map((lead) => leadUnderway(lead, words)),
      {
        more: { label: words.t('desk.more'), href: '/leads' },
        empty: words.t('desk.scout.underway.none'),
      },
    ),
    ...(letters.length > 0
      ? [
          panel(
            words.t('desk.scout.letters'),
            letters.map((letter) => received(letter, words)),
          ),
        ]
      : []),
  ];
}

function ownLead(lead: WaitingLead, reason: string, words: Words): Todo {
  const isDraft = lead.state === 'draft';
  const since = formatsFor(words).dateTimeShort(lead.since);
  const state = words.t(`lead.state.${lead.state}`);
  return todo({
    title: lead.title || words.t('desk.untitled'),
    href: isDraft ? `/leads/${lead.id}/edit` : `/leads/${lead.id}`,
    when:
      isDraft || reason === ''
        ? words.t('desk.scout.state', { state, since })
        : words.t('desk.scout.reason', { state, reason, since }),
    act: { label: words.t(isDraft ? 'desk.act.goOn' : 'desk.act.complete'), href: `/leads/${lead.id}/edit` },
  });
}

function leadUnderway(lead: LeadUnderway, words: Words): Todo {
  const mark = stateMark(lead, words);
  const since = formatsFor(words).dateTimeShort(lead.since);
  return todo({
    title: lead.title,
    href: `/leads/${lead.id}`,
    when: [lead.number ?? '', words.t('desk.since', { since })].filter(Boolean).join(' · '),
    tag: mark.tag,
    seal: mark.seal,
  });
}

function received(letter: LetterReceived, words: Words): Todo {
  return todo({
    title: letter.leadTitle,
    href: `/letters/${letter.id}`,
    when: `${letter.number} · ${formatsFor(words).day(letter.releasedAt)}`,
    seal: decidedSeal(letter, words),
  });
}

/** Void items leave no letter; anything else decided is a seal. */
function decidedSeal({ decided }: LetterReceived, words: Words): Seal | null {
  return decided === null || decided === 'void'
    ? null
    : seal(decided, words.t(`leads.seal.${decided}`), 'line');
}

/** A park's people: leads that ask for their word, and the projects they have taken. */
export function hostPanels(host: NonNullable<DeskFacts['host']>, time: Time, words: Words): DeskPanel[] {
  return [
    panel(
      words.t('desk.host.leads'),
      host.leads.slice(0, mostAsked).map((answer) => asked(answer, time, words)),
      {
        more: { label: words.t('desk.more'), href: '/answers' },
        note: words.t('desk.host.leads.note'),
        empty: words.t('desk.host.leads.none'),
      },
    ),
    panel(
      words.t('desk.projects.own'),
      host.projects.map((project) => projectLine(project, time, words)),
      {
        more: { label: words.t('desk.more'), href: '/cage' },
        empty: words.t('desk.projects.none'),
      },
    ),
  ];
}

/** A support department: leads whose demands it has not answered. */
export function supporterPanel(answers: readonly AwaitedAnswer[], time: Time, words: Words): DeskPanel {
  return panel(
    words.t('desk.supporter.leads'),
    answers.slice(0, mostAsked).map((answer) => asked(answer, time, words)),
    {
      more: { label: words.t('desk.more'), href: '/answers' },
      note: words.t('desk.supporter.leads.note'),
      empty: words.t('desk.supporter.leads.none'),
    },
  );
}

/** Shown on the desk; the list has them all. */
const mostAsked = 20;

function asked(answer: AwaitedAnswer, time: Time, words: Words): Todo {
  const { text, late } = workdaysLeft(answer.term.dueAt, time, words);
  const what =
    answer.kind === 'statement' ? answer.hostName : words.t(`leads.element.${answer.demand.element}`);
  const anchor = answer.kind === 'statement' ? 'host-statements' : 'element-answers';
  return todo({
    title: answer.title,
    href: `/leads/${answer.leadId}#${anchor}`,
    when: [answer.number, what, answer.scoutUnitName].filter(Boolean).join(' · '),
    due: text,
    late,
  });
}

/** A city leader: the projects under their care. */
export function sponsorPanel(projects: readonly DeskProject[], time: Time, words: Words): DeskPanel {
  return panel(
    words.t('desk.sponsor.projects'),
    projects.map((project) => projectLine(project, time, words)),
    {
      more: { label: words.t('desk.more'), href: '/cage' },
      empty: words.t('desk.sponsor.projects.none'),
    },
  );
}

/** A project with what is left to do on its five ones; without an act, its title leads there. */
export function projectLine(project: DeskProject, { now, calendar }: Time, words: Words): Todo {
  const { id, title, cageNo, hostName, stage, complete, filled, fiveOnesDueAt } = project;
  const where = [cageNo, hostName ?? words.t('desk.projects.noHost')].join(' · ');
  if (complete) {
    return todo({
      title,
      href: `/cage/${id}`,
      when: where,
      tag: tag(words.t(`desk.stage.${stage}`), 'blue', stage),
    });
  }
  const left = workdaysLeft(fiveOnesDueAt, { now, calendar }, words);
  return todo({
    title,
    href: `/cage/${id}`,
    when: words.t('desk.projects.slots', { where, stage: words.t(`desk.stage.${stage}`), filled }),
    due: left.text,
    late: left.late,
  });
}

/** A panelist: votes go through the mailed link alone, so the desk says where to look. */
export function seatPanel(seats: readonly OwnSeat[], { now }: Time, words: Words): DeskPanel {
  const formats = formatsFor(words);
  return panel(
    words.t('desk.panelist.rounds'),
    seats.map(({ number, title, deadlineAt, unitName, items, done }) =>
      todo({
        title: `${number} ${title}`,
        when: words.t('desk.panelist.progress', {
          unit: unitName,
          done,
          items,
          at: formats.dateTime(deadlineAt),
        }),
        due: formats.remaining(deadlineAt, now),
        late: deadlineAt <= now,
      }),
    ),
    { note: words.t('desk.panelist.note'), empty: words.t('desk.panelist.none') },
  );
}

/** `还剩3个工作日`, `今天到期`, `逾期2个工作日`: late from the last day on. */
export function workdaysLeft(
  dueAt: Instant,
  { now, calendar }: Time,
  words: Words,
): { text: string; late: boolean } {
  const n = calendar.workdaysBetween(now, dueAt);
  if (dueAt < now) return { text: words.t('desk.left.late', { n: Math.max(1, -n) }), late: true };
  return n <= 0
    ? { text: words.t('desk.left.today'), late: true }
    : { text: words.t('desk.left.days', { n }), late: false };
}
