import { sql } from '../../../src/database/sql';
import { beijingDay } from '../../../src/domain/shared/instant';
import { KeptScan } from '../../../src/paper-ballots/kept-scan';
import { PaperBallotsService } from '../../../src/paper-ballots/paper-ballots.service';
import { scoresOfSeat } from '../../support/seats';
import type { HostileForm } from './forms';
import type { HostileCity } from './hostile-city';

/** The forms of a ballot on paper; its scan has been received already, so that it travels as a field. */
export function paperBallotForms(city: HostileCity): HostileForm[] {
  const { app, acts } = city.city;
  const { open, roundSeat } = city.things;
  const papers = app.get(PaperBallotsService);
  const itemOf = () =>
    city.id(
      sql`select item.id from round_item item where item.round_id = ${open.id} order by item.position desc limit 1`,
    );
  const scanned = () => papers.receive(Buffer.from('%PDF-1.7\n%%EOF'), '纸质票.pdf');
  const day = beijingDay(app.clock.now());

  /** Where nothing waits and the seat has cast nothing by itself. */
  const free = async (): Promise<string> => {
    const item = await itemOf();
    const waiting = await city.id(
      sql`select id from paper_ballot where item_id = ${item} and round_seat_id = ${roundSeat} and state = 'entered'`,
    );
    const by = await app.reader.one<{ account: string }>(
      sql`select account from person join paper_ballot on entered_by_id = person.id where paper_ballot.id = ${waiting}`,
    );
    if (by !== null) await papers.withdraw(await acts.viewer(by.account), waiting);
    return item;
  };
  const entered = async (way: string, by: string): Promise<string> => {
    const itemId = await free();
    const content = { scores: {}, na: [], reasons: {}, vote: 'agree', comment: '', note: '' };
    const given = { content, signedOn: day, declaresNone: true, scan: await scanned() };
    const at = { roundId: open.id, roundSeatId: roundSeat, itemId };
    return `/paper-ballots/${await papers.enter(await acts.viewer(by), at, given)}/${way}`;
  };
  const fields = {
    signedOn: day,
    declared: 'none',
    // The last seat of the roll: what `roundSeat` is.
    scores: scoresOfSeat(9, 4),
    reasons: {},
    na: {},
    vote: 'agree',
    comment: '意见',
    note: '说明',
    receivedFile: '',
  };
  return [
    {
      url: '/rounds/:id/seats/:seatId/paper-ballots/:itemId',
      who: 'secretary-01',
      path: async () => {
        const item = await free();
        fields.receivedFile = app.get(KeptScan).pack(await scanned(), null);
        return `/rounds/${open.id}/seats/${roundSeat}/paper-ballots/${item}`;
      },
      fields,
      spends: true,
    },
    {
      url: '/paper-ballots/:id/confirmation',
      who: 'secretary-01',
      path: () => entered('confirmation', 'secretary-02'),
      fields: {},
      spends: true,
    },
    {
      url: '/paper-ballots/:id/rejection',
      who: 'secretary-01',
      path: () => entered('rejection', 'secretary-02'),
      fields: { reason: '分数与扫描件不一致' },
      spends: true,
    },
    {
      url: '/paper-ballots/:id/withdrawal',
      who: 'secretary-01',
      path: () => entered('withdrawal', 'secretary-01'),
      fields: {},
      spends: true,
    },
  ];
}
