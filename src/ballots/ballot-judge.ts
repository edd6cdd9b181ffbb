import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import type { BallotContent } from '../domain/ballot/ballot';
import { checkBallot, type FieldProblem } from '../domain/ballot/check-ballot';
import { isComputed, settleComputed } from '../domain/ballot/computed-choice';
import { NO_FIGURES, objectiveFigures, type ObjectiveFigures } from '../domain/lead/objective-figures';
import { askedOf } from '../domain/tally/carried';
import { LeadsQueries } from '../leads/leads.queries';
import type { BallotRoom } from './ballot-room';
import { RubricShelf } from './rubric-shelf';

/** What is wrong with a ballot, whichever way it comes: through a link or on paper. */
@Injectable()
export class BallotJudge {
  constructor(
    private readonly reader: Reader,
    private readonly rubrics: RubricShelf,
    private readonly leads: LeadsQueries,
  ) {}

  /** The ballot with the scores that follow from the form the panel votes on, and everything wrong with it. */
  async judged(
    room: BallotRoom,
    itemId: string,
    typed: BallotContent,
  ): Promise<{ ballot: BallotContent; problems: readonly FieldProblem[] }> {
    const whole = await this.rubrics.version(room.rubricVersionId);
    const carried = room.items.find(({ id }) => id === itemId)?.carried ?? {};
    const rubric = { ...whole, criteria: askedOf(whole.criteria, carried) };
    const notAsked = new Set(Object.keys(carried));
    const { kind } = room.seat;
    const figures = isComputed(rubric, kind) ? await this.figures(room, itemId) : NO_FIGURES;
    const settled = settleComputed(typed, { rubric, kind, figures });
    const { ballot, byFormula } = settled;
    const problems = checkBallot(ballot, { rubric, kind, intent: 'cast', byFormula, notAsked });
    return { ballot, problems: [...settled.problems, ...problems] };
  }

  async figures(room: BallotRoom, itemId: string): Promise<ObjectiveFigures> {
    return (await this.figuresOf(room, [itemId])).get(itemId) ?? NO_FIGURES;
  }

  /** By item; one statement whatever their number. */
  async figuresOf(
    { items }: BallotRoom,
    itemIds: readonly string[],
  ): Promise<ReadonlyMap<string, ObjectiveFigures>> {
    const asked = items.filter(({ id }) => itemIds.includes(id));
    const revisions = await this.leads.revisions(
      this.reader,
      asked.map(({ leadRevisionId }) => leadRevisionId),
    );
    return new Map(
      asked.map(({ id, leadRevisionId }) => {
        const revision = revisions.get(leadRevisionId);
        if (!revision) throw new Error(`The lead revision ${leadRevisionId} of an open round is missing`);
        return [id, objectiveFigures(revision.content)];
      }),
    );
  }
}
