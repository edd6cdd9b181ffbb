import { tag } from '../http/views/marks';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { AdminFacts, DeskFacts, FailedMail } from './desk-facts';
import { type DeskPanel, panel, type Todo, todo } from './desk-parts';
import type { DeskRound } from './office-desk.queries';

/** The leading group: rulings that are waited for, then what else is closed and not announced. */
export function leadingPanels(rounds: readonly DeskRound[], words: Words): DeskPanel[] {
  const waiting = rounds.filter(({ unruled }) => unruled > 0);
  return [
    panel(
      words.t('desk.leading.rulings'),
      waiting.map(({ id, number, title, unruled }) =>
        todo({
          title: `${number} ${title}`,
          href: `/rounds/${id}/results`,
          when: words.t('desk.what.ruling', { n: unruled }),
          act: { label: words.t('desk.act.results'), href: `/rounds/${id}/results` },
        }),
      ),
      { note: words.t('desk.leading.rulings.note'), empty: words.t('desk.leading.rulings.none') },
    ),
  ];
}

/** The inspector: the latest binding acts, and the rounds that are going on. */
export function inspectorPanels(
  { page, rounds }: NonNullable<DeskFacts['inspector']>,
  words: Words,
): DeskPanel[] {
  const formats = formatsFor(words);
  return [
    panel(
      words.t('desk.inspector.acts'),
      page.entries.map(({ seq, at, kind, actorLabel }) =>
        todo({
          title: words.has(`ledger.kind.${kind}`) ? words.t(`ledger.kind.${kind}`) : kind,
          when: words.t('desk.inspector.act', {
            seq,
            at: formats.dateTimeShort(at),
            who: formats.actor(actorLabel),
          }),
        }),
      ),
      {
        note: words.t('desk.inspector.count', { n: page.total }),
        more: { label: words.t('desk.more'), href: '/ledger' },
        empty: words.t('desk.inspector.none'),
      },
    ),
    ...(rounds.length > 0
      ? [
          panel(
            words.t('desk.inspector.rounds'),
            rounds.map((round) => roundLine(round, words)),
          ),
        ]
      : []),
  ];
}

/** The administrator: people, mail, calendar. Mail stands on the secretariat's side already when they hold both roles. */
export function adminPanels(
  { people, mails, missingYears }: AdminFacts,
  withMail: boolean,
  words: Words,
): DeskPanel[] {
  return [
    panel(words.t('desk.admin.people'), [
      todo({
        title: words.t('desk.admin.people.all', { n: people.all }),
        href: '/admin/people',
        when: words.t('desk.admin.people.note', { disabled: people.disabled, strangers: people.strangers }),
        act: { label: words.t('admin.people.new'), href: '/admin/people/new' },
      }),
      ...missingYears.map((year) =>
        todo({
          title: words.t('desk.admin.noYear', { year }),
          href: '/admin/settings',
          when: words.t('desk.admin.noYear.note'),
        }),
      ),
    ]),
    ...(withMail ? [mailPanel(mails, mails.length, words)] : []),
  ];
}

/** Mails that could not be delivered, or that all went out. */
export function mailPanel(mails: readonly FailedMail[], n: number, words: Words): DeskPanel {
  return panel(
    words.t('menu.mail'),
    mails.map(({ toName, subject }) =>
      todo({ title: words.t('desk.mail.failed', { name: toName }), when: subject }),
    ),
    {
      more: n > 0 ? { label: words.t('desk.mail.all', { n }), href: '/admin/mail' } : null,
      empty: words.t('desk.mail.none'),
    },
  );
}

/** A round in a list. */
export function roundLine({ id, number, title, items, state, deadlineAt }: DeskRound, words: Words): Todo {
  return todo({
    title: `${number} ${title}`,
    href: `/rounds/${id}`,
    when: words.t('desk.round.items', { n: items, at: formatsFor(words).dateTime(deadlineAt) }),
    tag: tag(words.t(`desk.roundState.${state}`), state === 'open' ? 'blue' : 'amber', state),
  });
}
