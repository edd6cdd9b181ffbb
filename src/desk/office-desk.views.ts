import { PANEL_KINDS } from '../domain/rubric/panel-kind';
import { R1 } from '../domain/rubric/rule-set-r1';
import { bar, tag } from '../http/views/marks';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { DeskFacts, OfficeFacts } from './desk-facts';
import { type DeskPanel, type Figures, panel, type RoundBox, todo } from './desk-parts';
import { followUpPanel } from './follow-up-panel.views';
import { countedTo } from './office-desk.queries';
import { mailPanel, roundLine } from './watch-desk.views';

/** The secretariat's four figures. */
export function officeFigures({ counts, rounds }: OfficeFacts, words: Words): Figures {
  const open = rounds.filter(({ state }) => state === 'open').length;
  const item = (name: string, value: number, sub: number): Figures['items'][number] => ({
    label: words.t(`desk.figure.${name}`),
    note: '',
    value: value >= countedTo ? `${countedTo}+` : String(value),
    sub: words.t(`desk.figure.${name}.sub`, { n: sub }),
  });
  return {
    items: [
      item('intake', counts.intake, counts.overdue),
      item('queued', counts.queued, R1.round.mostLeads),
      item('open', open, rounds.filter(({ state }) => state === 'closed').length),
      item('projects', counts.projects, counts.withoutFiveOnes),
    ],
  };
}

/** Below the table: leads to be put into a round, and leads that are with their scouts. */
export function officePanels(
  { queued, counts, sentBack, followUps }: OfficeFacts,
  words: Words,
): DeskPanel[] {
  const formats = formatsFor(words);
  const following = followUpPanel(followUps, words);
  return [
    panel(
      words.t('desk.office.queued'),
      queued.map(({ id, title, number, hostName, since }) =>
        todo({
          title,
          href: `/leads/${id}`,
          when: [
            number,
            hostName ?? words.t('desk.projects.noHost'),
            words.t('desk.since', { since: formats.dateTimeShort(since) }),
          ].join(' · '),
        }),
      ),
      {
        note: words.t('desk.office.queued.note', { n: counts.queued }),
        more: queued.length > 0 ? { label: words.t('desk.act.plan'), href: '/rounds/new' } : null,
        empty: words.t('desk.office.queued.none'),
      },
    ),
    ...(sentBack.length > 0
      ? [
          panel(
            words.t('desk.office.sentBack'),
            sentBack.map(({ id, title, number, unitName, state, since }) =>
              todo({
                title,
                href: `/leads/${id}`,
                when: [number ?? '', unitName, words.t('desk.since', { since: formats.dateTimeShort(since) })]
                  .filter(Boolean)
                  .join(' · '),
                tag: tag(words.t(`lead.state.${state}`), 'red', state),
              }),
            ),
            { note: words.t('desk.office.sentBack.note') },
          ),
        ]
      : []),
    ...(following ? [following] : []),
  ];
}

/** Each open round with its turnout by kind of seat. */
export function roundBoxes(
  { rounds, turnout, silent }: OfficeFacts,
  { now }: Pick<DeskFacts, 'now'>,
  words: Words,
): RoundBox[] {
  const formats = formatsFor(words);
  return rounds
    .filter(({ state }) => state === 'open' || state === 'locked')
    .map(({ id, number, deadlineAt }) => {
      const own = turnout.filter(({ roundId }) => roundId === id);
      const waiting = silent.filter(({ roundId }) => roundId === id);
      const seats = own.reduce((sum, kind) => sum + kind.seats, 0);
      const done = own.reduce((sum, kind) => sum + kind.done, 0);
      const named = formats.list(
        waiting.slice(0, 5).map(({ unitName, holderName }) => `${unitName} ${holderName}`),
      );
      return {
        id,
        heading: words.t('desk.round.heading', { number }),
        href: `/rounds/${id}`,
        deadline: words.t('desk.round.deadline', { at: formats.dateTime(deadlineAt) }),
        left: words.t('desk.round.left', { left: formats.remaining(deadlineAt, now), done, seats }),
        late: deadlineAt <= now,
        kinds: PANEL_KINDS.flatMap((kind) => {
          const found = own.find((one) => one.kind === kind);
          if (!found) return [];
          return [
            {
              label: words.t(`panelKind.${kind}`),
              bar: bar(found.done, found.seats),
              text: words.t('desk.round.kind', { done: found.done, seats: found.seats }),
            },
          ];
        }),
        note:
          waiting.length > 0
            ? words.t('desk.round.silent', { n: waiting.length, named })
            : words.t('desk.round.complete'),
      };
    });
}

/** Beside it: rounds being planned, and mails that came back. */
export function officeSide({ rounds, mails, counts }: OfficeFacts, words: Words): DeskPanel[] {
  const planned = rounds.filter(({ state }) => state === 'planned');
  return [
    ...(planned.length > 0
      ? [
          panel(
            words.t('desk.office.planned'),
            planned.map((round) => roundLine(round, words)),
          ),
        ]
      : []),
    mailPanel(mails, counts.failedMails, words),
  ];
}
