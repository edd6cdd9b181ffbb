import { INTEREST_GROUNDS } from '../domain/round/interests';
import { pageHead } from '../http/views/acts';
import type { PageModel } from '../http/views/frame';
import { tag, type Tag, type TagTone } from '../http/views/marks';
import { groundsOf, type LeadInterest } from '../leads/lead-interest.entity';
import type { PersonCard } from '../people/people.queries';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { Round, RoundItem, RoundSeat } from './round.entity';

export interface HistoryFacts {
  readonly round: Round;
  readonly rows: readonly LeadInterest[];
  readonly items: readonly RoundItem[];
  readonly roll: readonly RoundSeat[];
  readonly people: ReadonlyMap<string, PersonCard>;
}

/** The model of `rounds/interests-history`. */
export interface InterestsHistoryModel extends PageModel {
  readonly rows: readonly {
    readonly id: string;
    readonly who: string;
    readonly unit: string;
    readonly item: string;
    readonly grounds: string;
    readonly standing: Tag;
    readonly reason: string;
    readonly decided: string;
  }[];
  readonly none: string;
}

const tones: Readonly<Record<LeadInterest['standing'], TagTone>> = {
  open: 'amber',
  confirmed: 'red',
  dismissed: 'line',
  left: 'line',
};

/** Every interest of a round that has been opened: who took no part in what, why, and who said so. */
export function interestsHistoryView(facts: HistoryFacts, words: Words): InterestsHistoryModel {
  const { round, rows, items } = facts;
  const title = words.t('interests.title');
  const position = new Map(items.map(({ id, position: at }) => [id, at]));
  const order = [...rows].sort((a, b) => (position.get(a.itemId) ?? 0) - (position.get(b.itemId) ?? 0));
  return {
    page: {
      title,
      dataPage: 'round-interests',
      crumbs: [
        { label: words.t('rounds.crumb.desk'), href: '/' },
        { label: words.t('rounds.list.title'), href: '/rounds' },
        { label: round.number, href: `/rounds/${round.id}` },
        { label: title },
      ],
      head: pageHead({ title, meta: [{ strong: round.number }, round.title] }),
    },
    rows: order.map((row) => historyRow(row, position.get(row.itemId) ?? 0, facts, words)),
    none: words.t('interests.history.none'),
  };
}

function historyRow(row: LeadInterest, position: number, { roll, people }: HistoryFacts, words: Words) {
  const fmt = formatsFor(words);
  const known = groundsOf(row).filter((ground) => INTEREST_GROUNDS.includes(ground));
  const by = row.decidedBy === null ? words.t('interests.byRule') : (people.get(row.decidedBy)?.name ?? '');
  return {
    id: row.id,
    who: people.get(row.personId)?.name ?? '',
    unit: roll.find(({ seatId }) => seatId === row.seatId)?.unitName ?? '',
    item: words.t('interests.item', { position }),
    grounds: fmt.list(known.map((ground) => words.t(`interests.short.${ground}`))),
    standing: tag(words.t(`interests.standing.${row.standing}`), tones[row.standing], row.standing),
    reason: row.reason,
    decided:
      row.decidedAt === null ? '' : words.t('interests.decidedBy', { by, at: fmt.dateTime(row.decidedAt) }),
  };
}
