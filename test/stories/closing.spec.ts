import { Reader } from '../../src/database/reader';
import { sql } from '../../src/database/sql';
import { demoCreditCode } from '../../src/demo/lead-book';
import { Verifier } from '../../src/ledger/verifier';
import { RoundClosuresService } from '../../src/results/round-closures.service';
import { onEachDatabase } from '../support/databases';
import { foundCity, OpenRound, TestCity } from '../support/city';
import { holderOf, scoresOfSeat } from '../support/seats';
import type { Visitor } from '../support/visitor';

/** SWEEP=full plays the 100 rounds that the list of what must hold asks for; otherwise a fifth of them. */
const rounds = process.env['SWEEP'] === 'full' ? 100 : 20;
const votesAround = 50;

onEachDatabase('closing a round', (dialect) => {
  let city: TestCity;
  beforeEach(async () => {
    city = await foundCity(dialect);
  });
  afterEach(() => city.close());

  it(`C-02 counts each vote answered as recorded and none that was refused: ${rounds} rounds of ${votesAround} votes`, async () => {
    let recorded = 0;
    let refused = 0;
    for (let turn = 0; turn < rounds; turn += 1) {
      const round = await fullRound(turn);
      const result = await voteAround(round, turn);
      recorded += result.recorded.length;
      refused += result.refused.length;
      const counted = await countedComments(city.app.reader, round.id);
      expect(result.recorded.filter((comment) => !counted.has(comment))).toEqual([]);
      expect(result.refused.filter((comment) => counted.has(comment))).toEqual([]);
    }
    expect(recorded + refused).toBe(rounds * votesAround);
    // Both kinds have to occur, or the race was not run.
    expect(recorded).toBeGreaterThan(0);
    expect(refused).toBeGreaterThan(0);
    const report = await city.app.get(Verifier).verify(city.app.reader);
    expect(report.problems).toEqual([]);
    console.log(`${dialect}: ${recorded} recorded, ${refused} refused around the closing`);
  }, 300_000);

  /** Five leads on which every seat has voted, so that closing is allowed while revising still is. */
  async function fullRound(turn: number): Promise<OpenRound> {
    const leadIds: string[] = [];
    for (let at = 0; at < 5; at += 1) leadIds.push(await reported(turn * 5 + at));
    const deadlineAt = later(600);
    const plan = { title: `第${turn}轮`, deadlineAt, panelId: city.city.panelId, leadIds };
    const round = { id: await city.acts.openRound('secretary-01', plan), leadIds, deadlineAt };
    await city.allVote(round, ['good']);
    return round;
  }

  async function voteAround(round: OpenRound, turn: number) {
    const recorded: string[] = [];
    const refused: string[] = [];
    const panelists = await Promise.all(
      Array.from({ length: 10 }, (_, seat) => city.panelist(holderOf(seat))),
    );
    await Promise.all(panelists.map((panelist) => panelist.csrfToken()));
    const items = await city.app.reader.rows<{ id: string }>(
      sql`select id from round_item where round_id = ${round.id} order by position`,
    );
    const secretary = await city.acts.viewer('secretary-01');
    const votes = items.flatMap(({ id }, item) =>
      panelists.map((panelist, seat) => revise(panelist, id, `轮${turn}席${seat}项${item}的改投意见`, seat)),
    );
    const send = async (vote: () => Promise<[boolean, string]>): Promise<void> => {
      const [kept, comment] = await vote();
      (kept ? recorded : refused).push(comment);
    };
    // The closing begins when some votes have been answered and others are under way; a different number each turn.
    const early = 5 + ((turn * 7) % 30);
    await Promise.all(votes.slice(0, early).map(send));
    const rest = votes.slice(early).map(send);
    await Promise.all([...rest, city.app.get(RoundClosuresService).close(secretary, round.id)]);
    return { recorded, refused };
  }

  function revise(panelist: Visitor, itemId: string, comment: string, seat: number) {
    return async (): Promise<[boolean, string]> => {
      const form = {
        scores: scoresOfSeat(seat, 3),
        vote: 'agree',
        comment,
        intent: 'cast',
        idempotencyKey: comment,
      };
      const { statusCode } = await panelist.post(`/ballot/items/${itemId}`, form);
      if (![303, 401, 409, 410].includes(statusCode))
        throw new Error(`A vote was answered with ${statusCode}`);
      return [statusCode === 303, comment];
    };
  }

  async function reported(at: number): Promise<string> {
    const book = city.book();
    const entry = book[at % book.length];
    if (!entry) throw new Error('no lead in the book');
    const body = {
      ...entry.body,
      title: `${String(entry.body['title'])}之${at}`,
      investorName: `试验企业${at}号有限公司`,
      investorType: 'domesticCompany',
      uscc: demoCreditCode('320506', 2000 + at),
      contact: { ...(entry.body['contact'] as object), mobile: `154${String(10_000_000 + at)}` },
    };
    const id = await city.acts.report({ scout: entry.scout, body });
    await city.acts.decideIntake('secretary-01', id, 'accept');
    return id;
  }

  const later = (minutes: number): string =>
    new Date(Date.parse(city.app.clock.now()) + minutes * 60_000).toISOString();
});

/** The comments of the versions that counted at closing. */
async function countedComments(reader: Reader, roundId: string): Promise<Set<string>> {
  const rows = await reader.rows<{ comment: string }>(
    sql`select ballot_version.comment from current_ballot
          join ballot_version on ballot_version.id = current_ballot.ballot_version_id
        where current_ballot.round_id = ${roundId}`,
  );
  return new Set(rows.map(({ comment }) => comment));
}
