import { Injectable } from '@nestjs/common';
import type { BallotViewer } from '../domain/access/viewer';
import type { FieldProblem } from '../domain/ballot/check-ballot';
import { checkRecusal } from '../domain/ballot/recusal';
import { BallotBox, type Taken } from './ballot-box';
import { ballotIn, EMPTY_FORM } from './ballot.form';

export type RecusalResult =
  | { readonly taken: Taken; readonly problems?: undefined }
  | { readonly taken?: undefined; readonly problems: readonly FieldProblem[] };

/** A seat declares an interest in one item and takes no part in it. For good: there is no way back on these pages. */
@Injectable()
export class RecusalsService {
  constructor(private readonly box: BallotBox) {}

  /**
   * Recuses the seat. A ballot it has cast on the item stays on record and counts no more.
   * @throws Refused 404 for an item of another round, 409 or 410 when nothing is taken any more
   */
  async recuse(
    seat: BallotViewer,
    sent: {
      readonly itemId: string;
      readonly reason: string;
      readonly key: string | null;
      readonly device: string;
    },
  ): Promise<RecusalResult> {
    const { reason, ...paper } = sent;
    const problems = checkRecusal(reason);
    if (problems.length > 0) return { problems };
    const content = { ...ballotIn(EMPTY_FORM), note: reason.trim() };
    return { taken: await this.box.put(seat, { ...paper, kind: 'recusal', content }) };
  }
}
