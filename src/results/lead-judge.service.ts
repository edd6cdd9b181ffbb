import { Injectable, OnModuleInit } from '@nestjs/common';
import { Reader } from '../database/reader';
import { sql } from '../database/sql';
import { holds, type Viewer } from '../domain/access/viewer';
import { Fraction } from '../domain/shared/fraction';
import {
  LeadJudgements,
  type Following,
  type Judgement,
  type LeadJudge,
  type LeadJudged,
} from '../leads/lead-judgements.service';

interface OutcomeLine {
  readonly at: string;
  readonly roundId: string;
  readonly roundNumber: string;
  readonly decided: Judgement['decided'];
  readonly score: string | null;
  readonly position: number;
  readonly cageNo: string | null;
  readonly revision: number | null;
  readonly documentNumber: string | null;
  readonly letterId: string | null;
  readonly letterNumber: string | null;
}

type DecisionLine = Omit<OutcomeLine, 'score' | 'revision'> & {
  readonly kind: 'consultation' | 'override';
  readonly causeId: string;
};

/** Tells a lead's page what rounds and the leading group made of it. Of rounds not announced it tells nothing. */
@Injectable()
export class LeadJudgeService implements LeadJudge, OnModuleInit {
  constructor(
    private readonly reader: Reader,
    private readonly judgements: LeadJudgements,
  ) {}

  onModuleInit(): void {
    this.judgements.register(this);
  }

  async ofLead(viewer: Viewer, leadId: string): Promise<LeadJudged> {
    const seesResults = holds(viewer, 'secretariat', 'inspector', 'leadingGroup');
    const hasLetters = seesResults || (await this.isItsScout(viewer, leadId));
    const [outcomes, decisions] = await Promise.all([this.outcomes(leadId), this.decisions(leadId)]);
    const common = (line: Omit<OutcomeLine, 'score' | 'revision'>) => ({
      at: line.at,
      roundNumber: line.roundNumber,
      decided: line.decided,
      documentNumber: line.documentNumber,
      cageNo: line.cageNo,
      resultsHref: seesResults ? `/rounds/${line.roundId}/results#item-${line.position}` : null,
      letter:
        hasLetters && line.letterId !== null
          ? { number: line.letterNumber ?? '', href: `/letters/${line.letterId}` }
          : null,
    });
    const lines: Judgement[] = [
      ...outcomes.map((line) => ({
        ...common(line),
        kind: 'round' as const,
        score: seesResults && line.score !== null ? Fraction.parse(line.score).toDecimal(2) : null,
        revision: line.revision,
      })),
      ...decisions.map((line) => {
        const { resultsHref, ...said } = common(line);
        const meeting = line.kind === 'consultation' && seesResults;
        const href = meeting ? `/consultations/${line.causeId}` : resultsHref;
        return { ...said, resultsHref: href, kind: line.kind, score: null, revision: null };
      }),
    ];
    return {
      judgements: lines.sort((a, b) => (a.at < b.at ? 1 : -1)),
      following: await this.following(viewer, leadId),
    };
  }

  private outcomes(leadId: string): Promise<OutcomeLine[]> {
    return this.reader.rows<OutcomeLine>(
      sql`select round.announced_at as at, round.id as "roundId", round.number as "roundNumber", outcome.decided,
            outcome.score, outcome.position, outcome.cage_no as "cageNo", lead_revision.number as revision,
            letter.id as "letterId", letter.number as "letterNumber",
            (select act.document_number from override_act act where act.outcome_id = outcome.id
              and act.announced = 0 order by act.at desc, act.id desc limit 1) as "documentNumber"
          from outcome join round on round.id = outcome.round_id
            join round_item on round_item.id = outcome.item_id
            left join lead_revision on lead_revision.id = round_item.lead_revision_id
            left join letter on letter.outcome_id = outcome.id and letter.decision_id is null
          where outcome.lead_id = ${leadId} and outcome.decided is not null`,
    );
  }

  private decisions(leadId: string): Promise<DecisionLine[]> {
    return this.reader.rows<DecisionLine>(
      sql`select decision.at, round.id as "roundId", round.number as "roundNumber", decision.cause as kind,
            decision.cause_id as "causeId",
            decision.result as decided, outcome.position, decision.cage_no as "cageNo",
            decision.document_number as "documentNumber", letter.id as "letterId",
            letter.number as "letterNumber"
          from decision join round on round.id = decision.round_id
            join outcome on outcome.id = decision.outcome_id
            left join letter on letter.decision_id = decision.id
          where decision.lead_id = ${leadId}`,
    );
  }

  private async following(viewer: Viewer, leadId: string): Promise<Following | null> {
    const opens = holds(viewer, 'secretariat', 'inspector', 'leadingGroup');
    const row = await this.reader.one<{ kind: Following['kind']; dueAt: string; id: string }>(
      sql`select 'consult' as kind, due_at as "dueAt", consultation.id from consultation
            join lead on lead.id = consultation.lead_id
            where lead.id = ${leadId} and consultation.state = 'open' and lead.state = 'consulting'
          union all select 'defer', lapses_at, deferral.id from deferral join lead on lead.id = deferral.lead_id
            where lead.id = ${leadId} and deferral.state = 'running' and lead.state = 'deferred'
          union all select 'resubmit', due_at, resubmission.id from resubmission
            join lead on lead.id = resubmission.lead_id
            where lead.id = ${leadId} and resubmission.state = 'asked' and lead.state = 'resubmit'`,
    );
    if (row === null) return null;
    const href = row.kind === 'consult' && opens ? `/consultations/${row.id}` : null;
    return { kind: row.kind, dueAt: row.dueAt, href };
  }

  private async isItsScout({ personId }: Viewer, leadId: string): Promise<boolean> {
    const row = await this.reader.one(
      sql`select id from lead where id = ${leadId} and scout_id = ${personId}`,
    );
    return row !== null;
  }
}
