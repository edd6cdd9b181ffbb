import { sql } from '../../../src/database/sql';
import type { BallotViewer } from '../../../src/domain/access/viewer';
import { VetoesService } from '../../../src/ballots/vetoes.service';
import type { HostileForm } from './forms';
import type { HostileCity } from './hostile-city';

const said = { basis: '失信被执行人公示', text: '投资方列为失信被执行人。' };

/** The forms in which a veto is raised, settled and taken back; each finds its veto as it was before. */
export function vetoForms(city: HostileCity): HostileForm[] {
  const { app } = city.city;
  const { item, open } = city.things;

  /** No veto, and nobody recused: the form of recusals goes to the same item. */
  const forget = () =>
    app.work.run(async (tx) => {
      await tx.run(sql`delete from veto where item_id = ${item}`);
      await tx.run(sql`delete from lead_interest where item_id = ${item}`);
      await tx.run(sql`update turnout set state = 'cast' where item_id = ${item} and state = 'recused'`);
    });
  /** A veto of the seat of panelist-01 that waits for the secretariat. */
  const raised = async (way: string): Promise<string> => {
    await forget();
    const [seat] = await app.reader.rows<BallotViewer>(
      sql`select round_seat.id as "roundSeatId", round_seat.round_id as "roundId",
            round_seat.holder_id as "personId", mailed_link.id as "linkId"
          from round_seat join person on person.id = round_seat.holder_id
            join mailed_link on mailed_link.round_seat_id = round_seat.id
          where round_seat.round_id = ${open.id} and person.account = 'panelist-01'`,
    );
    if (!seat) throw new Error('panelist-01 has no seat in the open round');
    const result = await app
      .get(VetoesService)
      .raise(seat, { itemId: item, ground: 'V06', ...said, key: null });
    return `/vetoes/${result.id ?? ''}/${way}`;
  };
  const reason = { reason: '信用中国，三月十七日查询' };
  const settle = { fields: reason, spends: true };
  return [
    {
      url: '/ballot/items/:id/vetoes',
      who: 'ballot',
      path: () => forget().then(() => `/ballot/items/${item}/vetoes`),
      fields: { ground: 'V06', ...said, idempotencyKey: 'v' },
      spends: true,
    },
    { url: '/vetoes/:id/withdrawal', who: 'ballot', path: () => raised('withdrawal'), ...settle },
    { url: '/vetoes/:id/confirmation', who: 'secretary-01', path: () => raised('confirmation'), ...settle },
    { url: '/vetoes/:id/dismissal', who: 'secretary-01', path: () => raised('dismissal'), ...settle },
  ];
}
