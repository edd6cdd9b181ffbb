import examples from '../../support/data/tally-examples.json';
import { BallotsService } from '../../../src/ballots/ballots.service';
import { RecusalsService } from '../../../src/ballots/recusals.service';
import { sql } from '../../../src/database/sql';
import type { BallotViewer } from '../../../src/domain/access/viewer';
import type { OpenRound, TestCity } from '../../support/city';

interface Example {
  id: string;
  recused?: string[];
  ballots: Record<string, { vote: string; scores: Record<string, number> }>;
}

/** The seats of the examples, in the order of the demo city's roll. */
const seatNames = Object.keys(examples.panel);

/** The worked examples of rule set R1, by id. */
export function exampleOf(id: string): Example {
  const found = (examples.cases as unknown as Example[]).find((one) => one.id === id);
  if (!found) throw new Error(`There is no example ${id}`);
  return found;
}

/** Votes on each lead of a round as one example says: ballots, recusals, and seats that stay silent. */
export async function voteAsIn(
  city: TestCity,
  round: OpenRound,
  exampleIds: readonly string[],
): Promise<void> {
  const seats = await city.app.reader.rows<BallotViewer>(
    sql`select mailed_link.id as "linkId", round_seat.round_id as "roundId", round_seat.id as "roundSeatId",
          round_seat.holder_id as "personId"
        from round_seat join mailed_link on mailed_link.round_seat_id = round_seat.id
        where round_seat.round_id = ${round.id} and mailed_link.revoked_at is null order by round_seat.position`,
  );
  const ballots = city.app.get(BallotsService);
  const recusals = city.app.get(RecusalsService);
  for (const [at, exampleId] of exampleIds.entries()) {
    const itemId = await itemOf(city, round.id, round.leadIds[at] ?? '');
    const example = exampleOf(exampleId);
    for (const [name, { vote, scores }] of Object.entries(example.ballots)) {
      const seat = seatOf(seats, name);
      const typed = {
        scores: textsOf(scores, String),
        na: {},
        reasons: textsOf(scores, () => '依据申报材料'),
        vote,
        comment: vote === 'agree' ? '' : `${name}的意见：请补充测算`,
        note: '',
      };
      const result = await ballots.cast(seat, { itemId, typed, key: null, device: 'test' });
      if (!result.taken) throw new Error(`${name}: ${JSON.stringify(result.problems)}`);
    }
    for (const name of example.recused ?? [])
      await recusals.recuse(seatOf(seats, name), {
        itemId,
        reason: '与投资方有业务往来',
        key: null,
        device: 'test',
      });
  }
}

export async function itemOf(city: TestCity, roundId: string, leadId: string): Promise<string> {
  const row = await city.app.reader.one<{ id: string }>(
    sql`select id from round_item where round_id = ${roundId} and lead_id = ${leadId}`,
  );
  if (!row) throw new Error('The lead is not in the round');
  return row.id;
}

function seatOf(seats: readonly BallotViewer[], name: string): BallotViewer {
  const seat = seats[seatNames.indexOf(name)];
  if (!seat) throw new Error(`There is no seat ${name}`);
  return seat;
}

function textsOf(scores: Record<string, number>, text: (score: number) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(scores).map(([code, score]) => [code, text(score)]));
}
