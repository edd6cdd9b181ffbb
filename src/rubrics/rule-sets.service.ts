import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import { ruleSetSeal, type RuleSet } from '../domain/rubric/rule-set';
import { insist, refuse, Refused } from '../domain/shared/refusal';
import { digestOfText } from '../ledger/chain';
import { Ledger, type LedgerActor } from '../ledger/ledger';
import { RuleSetVersion, sealOfRuleSetVersion } from './rubric.entity';

/** Publishes and retires decision rules. The text of a published version never changes. */
@Injectable()
export class RuleSetsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
  ) {}

  /** Publishes rules that were found fit, as the next version under their code. @returns the row as it now stands */
  async add(tx: Tx, rules: RuleSet, actor: LedgerActor): Promise<RuleSetVersion> {
    const newest = await tx.findOne(
      RuleSetVersion,
      sql`where code = ${rules.code} order by version desc limit 1`,
    );
    const text = ruleSetSeal(rules);
    const row: RuleSetVersion = {
      id: this.ids.next(),
      code: rules.code,
      version: (newest?.version ?? 0) + 1,
      content: text,
      digest: digestOfText(text),
      publishedAt: this.clock.now(),
      publishedByLabel: actor.label,
      retiredAt: null,
      retiredByLabel: null,
    };
    await tx.insert(RuleSetVersion, row);
    await this.ledger.seal(tx, 'ruleSetVersion', row.id, sealOfRuleSetVersion(row), {
      kind: 'rules.published',
      actor,
      facts: { code: row.code, version: row.version, content: row.digest },
    });
    return row;
  }

  /**
   * Takes a version out of use: no new round may be planned under it. Rounds that name it already keep it.
   * @throws Refused 404 'notFound', 409 'rulesRetiredAlready' or 'lastRuleSet'
   */
  retire(actor: LedgerActor, versionId: string): Promise<RuleSetVersion> {
    return this.work.run(async (tx) => {
      const rows = await tx.find(RuleSetVersion, sql`where retired_at is null order by id${tx.forUpdate}`);
      const row = rows.find(({ id }) => id === versionId);
      if (row === undefined) {
        const retired = await tx.findOne(RuleSetVersion, sql`where id = ${versionId}`);
        throw retired ? new Refused(refuse('rulesRetiredAlready')) : new Refused(refuse('notFound'), 404);
      }
      insist(rows.length === 1 ? refuse('lastRuleSet') : null);
      const changes = { retiredAt: this.clock.now(), retiredByLabel: actor.label };
      await tx.update(RuleSetVersion, changes, sql`id = ${row.id}`);
      const retired = { ...row, ...changes };
      await this.ledger.seal(tx, 'ruleSetVersion', row.id, sealOfRuleSetVersion(retired), {
        kind: 'rules.retired',
        actor,
        facts: { code: row.code, version: row.version },
      });
      return retired;
    });
  }
}
