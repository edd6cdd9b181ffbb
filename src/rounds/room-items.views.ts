import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { Standing } from './room-standing';
import type { RoundItem } from './round.entity';
import type { Room } from './round-room.queries';

export interface ItemRow {
  id: string;
  position: string;
  title: string;
  href: string;
  sub: string;
  recused: string;
  recusedHref: string;
  cast: string;
  needed: string;
  status: string;
  isMet: boolean;
}

export interface AgendaModel {
  hasTurnout: boolean;
  rows: ItemRow[];
}

/** The agenda, and once the round is open how many seats have voted on each item. */
export function agenda(room: Room, standing: Standing, words: Words): AgendaModel {
  const hasTurnout = room.roll.length > 0;
  return {
    hasTurnout,
    rows: standing.items.map(({ item, lead, quorum }) => {
      const missing = Math.max(0, quorum.needed - quorum.cast);
      return {
        id: item.id,
        position: String(item.position),
        title: lead?.title ?? '',
        href: `/leads/${item.leadId}`,
        sub: formatsFor(words).list([
          lead?.number ?? '',
          lead?.investorName ?? '',
          ...askedOnly(item, room, words),
        ]),
        recused:
          quorum.recused > 0 && hasTurnout ? words.t('rounds.items.recused', { n: quorum.recused }) : '',
        recusedHref: `/rounds/${room.round.id}/recusals`,
        cast: `${quorum.cast}/${quorum.eligible}`,
        needed: String(quorum.needed),
        status: quorum.met
          ? words.t('rounds.items.met')
          : missing > 0
            ? words.t('rounds.items.missing', { n: missing })
            : lacking(quorum, words),
        isMet: quorum.met,
      };
    }),
  };
}

/** Of a second look, the criteria it asks. */
function askedOnly({ asked }: Pick<RoundItem, 'asked'>, { rubric }: Room, words: Words): string[] {
  if (asked === null) return [];
  const codes = JSON.parse(asked) as string[];
  const names = rubric.content.criteria.flatMap(({ code, name }) =>
    codes.includes(code) ? [words.of(name)] : [],
  );
  return [words.t('secondLook.item.planned', { criteria: formatsFor(words).list(names) })];
}

type Quorum = Standing['items'][number]['quorum'];

/** Enough ballots, but a kind or a mandatory seat has none: says which. */
function lacking({ kinds, functions }: Quorum, words: Words): string {
  const names = [
    ...kinds.filter(({ met }) => !met).map(({ kind }) => words.t(`panelKind.${kind}`)),
    ...functions.filter(({ met }) => !met).map((duty) => words.t(`seatFunction.${duty.function}`)),
  ];
  return words.t('rounds.items.lacking', { names: formatsFor(words).list(names) });
}
