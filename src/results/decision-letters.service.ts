import { Injectable } from '@nestjs/common';
import { Calendars } from '../calendar/calendars';
import { Ids } from '../clock/ids';
import { Config } from '../config/config';
import { Sequences } from '../database/sequences';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { fiveOnesDue, stageDue } from '../domain/cage/clocks';
import { canonical } from '../domain/shared/canonical';
import { beijing, beijingDay, type Day, type Instant } from '../domain/shared/instant';
import { rulingDue } from '../domain/tally/ruling';
import { LeadTakersQueries } from '../leads/lead-takers.queries';
import { Ledger, type LedgerActor } from '../ledger/ledger';
import { Outbox } from '../mail/outbox';
import { PeopleQueries } from '../people/people.queries';
import { formatsFor } from '../words/formats';
import { wordsFor } from '../words/words';
import type { Decision } from './decision.entity';
import { decisionLetter } from './decision-letter';
import type { LetterContent } from './letter-content';
import { unitOf } from './letter-facts';
import { letterReleasedMail } from './letter-released.mail';
import { Letter } from './letter.entity';
import type { ResultItem, RoundResults } from './results.queries';
import { letterSeal } from './results.seals';
import { materialsOf } from './ruling-materials';

interface Release {
  readonly decision: Decision;
  readonly results: RoundResults;
  readonly item: ResultItem;
  readonly cageNo: string | null;
}

/** Writes the letters about decisions taken after an announcement, and mails them to the scouts. */
@Injectable()
export class DecisionLetters {
  constructor(
    private readonly ids: Ids,
    private readonly config: Config,
    private readonly calendars: Calendars,
    private readonly sequences: Sequences,
    private readonly ledger: Ledger,
    private readonly people: PeopleQueries,
    private readonly outbox: Outbox,
    private readonly takers: LeadTakersQueries,
  ) {}

  /** Draws the number, freezes and seals the letter, and queues the mail. */
  async release(tx: Tx, release: Release, actor: LedgerActor): Promise<void> {
    const { decision, item } = release;
    const { at } = decision;
    const { year } = beijing(at);
    const serial = await this.sequences.next(tx, 'letter', year);
    const number = formatsFor(wordsFor('zh-CN')).letter(year, serial);
    const content = await this.write(tx, release, number);
    const row: Letter = {
      id: this.ids.next(),
      number,
      year,
      serial,
      roundId: decision.roundId,
      outcomeId: decision.outcomeId,
      decisionId: decision.id,
      leadId: decision.leadId,
      scoutId: item.lead.scoutId,
      content: canonical(content),
      createdAt: at,
      releasedAt: at,
    };
    await tx.insert(Letter, row);
    const facts = { number, lead: item.lead.number };
    await this.ledger.seal(tx, 'letter', row.id, letterSeal(row), { kind: 'letter.released', actor, facts });
    const person = await this.people.byId(item.lead.scoutId, tx);
    if (person === null) return;
    const url = `${this.config.BASE_URL}/letters/${row.id}`;
    const words = wordsFor(person.locale ?? this.config.LOCALE);
    await this.outbox.enqueue(tx, letterReleasedMail({ person, content, url }, words));
  }

  private async write(
    tx: Tx,
    { decision, results, item, cageNo }: Release,
    number: string,
  ): Promise<LetterContent> {
    const words = wordsFor('zh-CN');
    const { round, rules } = results.material;
    const { lead, revision, outcome, conditions } = item;
    const reported = await tx.one<{ at: Instant | null }>(
      sql`select submitted_at as at from lead where id = ${decision.leadId}`,
    );
    const taker = (await this.takers.ofLeads(tx, [decision.leadId])).get(decision.leadId);
    return decisionLetter(
      {
        ...(await this.dates(tx, decision, results)),
        number,
        cause: decision.cause,
        documentNumber: decision.documentNumber,
        outcome: decision.result,
        before: words.t(`results.outcome.${outcome.decided ?? 'borderline'}`),
        reason: decision.reason,
        cageNo,
        roundNumber: round.number,
        leadNumber: lead.number,
        leadTitle: revision?.content.title ?? lead.title,
        unitName: lead.scoutUnitName,
        reportedAt: reported?.at ?? decision.at,
        hostName: taker?.hostName ?? lead.firstHostName,
        materials: materialsOf(decision),
        conditions: conditions
          .filter(({ state, itemId }) => state === 'proposed' && itemId === outcome.itemId)
          .map(({ wanted, ownerLabel, dueOn }) => ({ wanted, unit: unitOf(ownerLabel), dueOn })),
        at: decision.at,
        rulesCode: rules.code,
      },
      words,
    );
  }

  private async dates(
    tx: Tx,
    { at, result }: Decision,
    { material }: RoundResults,
  ): Promise<{ fiveOnesDue: Day; signingDue: Day; followUpDue: Day | null }> {
    const calendar = await this.calendars.current(tx);
    const today = beijingDay(at);
    const follows = result === 'consult' || result === 'resubmit' || result === 'defer';
    return {
      fiveOnesDue: beijingDay(fiveOnesDue(at, calendar)),
      signingDue: stageDue('talks', today, null) ?? today,
      followUpDue: follows ? beijingDay(rulingDue(result, at, material.rules.content, calendar)) : null,
    };
  }
}
