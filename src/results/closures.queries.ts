import { Injectable } from '@nestjs/common';
import { VetoesQueries } from '../ballots/vetoes.queries';
import { Clock } from '../clock/clock';
import { Reader } from '../database/reader';
import { holds, type Viewer } from '../domain/access/viewer';
import type { Quorum } from '../domain/round/quorum';
import { attendanceOf, roundProgress } from '../domain/round/progress';
import { seatsOf } from '../domain/round/roll';
import { roundMachine, type RoundState } from '../domain/round/round-moves';
import type { RuleSet } from '../domain/rubric/rule-set';
import type { Instant } from '../domain/shared/instant';
import { refuse, Refused, type Refusal } from '../domain/shared/refusal';
import { LeadsQueries, type LeadCard } from '../leads/leads.queries';
import { RoundsQueries } from '../rounds/rounds.queries';
import { RubricsQueries } from '../rubrics/rubrics.queries';

/** What closing would do, told from attendance alone: nobody's vote is looked at. */
export interface ClosurePreview {
  readonly roundId: string;
  readonly number: string;
  readonly state: RoundState;
  readonly deadlineAt: Instant;
  readonly now: Instant;
  readonly seats: number;
  readonly cast: number;
  readonly eligible: number;
  readonly awaited: number;
  readonly rules: RuleSet;
  readonly items: readonly {
    readonly lead: LeadCard | null;
    readonly position: number;
    readonly quorum: Quorum;
    /** Vetoes that nobody has confirmed or dismissed, and confirmed ones. */
    readonly vetoes: { readonly raised: number; readonly confirmed: number };
  }[];
  /** Why it cannot be closed now; null when it can. */
  readonly refusal: Refusal | null;
  /** Some item lacks its quorum, and the deadline may still be moved. */
  readonly mayExtend: boolean;
}

/** Reads the preview of a closing. */
@Injectable()
export class ClosuresQueries {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly rounds: RoundsQueries,
    private readonly rubrics: RubricsQueries,
    private readonly leads: LeadsQueries,
    private readonly vetoes: VetoesQueries,
  ) {}

  /** @throws Refused 404 where there is no such round, or not for this viewer */
  async preview(viewer: Viewer, roundId: string): Promise<ClosurePreview> {
    const round = holds(viewer, 'secretariat') ? await this.rounds.round(this.reader, roundId) : null;
    const rules = round && (await this.rubrics.ruleSet(round.ruleSetVersionId));
    if (round === null || rules === null) throw new Refused(refuse('noSuchResults'), 404);
    const [items, roll, turnout] = await Promise.all([
      this.rounds.items(this.reader, roundId),
      this.rounds.roll(this.reader, roundId),
      this.rounds.turnout(this.reader, roundId),
    ]);
    const vetoes = await this.vetoes.forTally(this.reader, roundId);
    const standing = (id: string, state: string): number =>
      vetoes.filter((veto) => veto.itemId === id && veto.state === state).length;
    const leads = await this.leads.cards(
      this.reader,
      items.map(({ leadId }) => leadId),
    );
    const progress = roundProgress(seatsOf(roll), attendanceOf(items, turnout), rules.content.quorum);
    const { cast, eligible, awaited, itemsShort } = progress;
    const now = this.clock.now();
    const used = round.extendedAt === null ? 0 : 1;
    const isLocked = round.state === 'locked';
    return {
      roundId,
      number: round.number,
      state: round.state,
      deadlineAt: round.deadlineAt,
      now,
      seats: roll.length,
      cast,
      eligible,
      awaited,
      rules: rules.content,
      items: items.map(({ id, leadId, position }, at) => ({
        lead: leads.get(leadId) ?? null,
        position,
        quorum: required(progress.items[at]?.quorum),
        vetoes: { raised: standing(id, 'raised'), confirmed: standing(id, 'confirmed') },
      })),
      refusal: inItsWords(
        roundMachine.check('close', round.state, { now, deadlineAt: round.deadlineAt, awaited, isLocked }),
        round.state,
      ),
      mayExtend:
        (isLocked || round.state === 'open') && itemsShort > 0 && used < rules.content.extension.most,
    };
  }
}

/** The machine's "wrong state" as the closing itself would answer it. */
function inItsWords(refusal: Refusal | null, state: RoundState): Refusal | null {
  if (refusal?.because !== 'wrongState') return refusal;
  if (state === 'cancelled') return refuse('roundCancelled');
  if (state === 'voided') return refuse('roundVoided');
  return refuse(state === 'planned' ? 'roundNotOpened' : 'alreadyClosed');
}

function required(quorum: Quorum | undefined): Quorum {
  if (quorum === undefined) throw new Error('an item without attendance');
  return quorum;
}
