import { typedForm } from '../../../src/ballots/ballot.form';
import type { Watcher } from '../../../src/ballots/veto-standing';
import { manufacturing } from '../../../src/domain/rubric/manufacturing';
import type { PanelKind } from '../../../src/domain/rubric/panel-kind';
import { InterestsQueries, undecidedOf } from '../../../src/rounds/interests.queries';
import { InterestsService } from '../../../src/rounds/interests.service';
import type { OraclePaper } from '../oracle/tally-oracle';
import type { Viewer } from '../../../src/domain/access/viewer';
import type { TestApp } from '../app';
import { MARKS } from './model-round';

export interface RunSeat {
  readonly id: string;
  /** Who votes for it now. */
  personId: string;
  readonly kind: PanelKind;
  readonly duty: string | null;
}

/** Who took no part in these leads in an earlier run may in this one. */
export async function dismissInterests(
  { app, secretary }: { readonly app: TestApp; readonly secretary: Viewer },
  round: { readonly id: string; readonly panelId: string },
): Promise<void> {
  const { interests } = await app.get(InterestsQueries).planned(app.reader, round);
  const given = { confirms: false, reason: '情况已变，核实后没有利害关系' };
  for (const interest of undecidedOf(interests))
    await app.get(InterestsService).decide(secretary, round.id, interest, given);
}

/** A complete paper of a seat, with the marks that go with its vote. */
export function paperOf({ kind }: { kind: PanelKind }, vote: OraclePaper['vote']) {
  const own = manufacturing.criteria.filter(({ kinds }) => kinds.includes(kind)).map(({ code }) => code);
  return typedForm({
    scores: Object.fromEntries(own.map((code) => [code, String(MARKS[vote])])),
    reasons: Object.fromEntries(own.map((code) => [code, '依据申报材料'])),
    vote,
    comment: '请补充能耗测算与用地安排后再议',
  });
}

export const asSeat = (seat: RunSeat | undefined): Watcher => ({
  as: 'seat',
  roundSeatId: seat?.id ?? '',
  personId: seat?.personId ?? '',
});
