import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { checkRubric } from '../domain/rubric/check-rubric';
import { manufacturingComputed } from '../domain/rubric/manufacturing-computed';
import { RUBRIC_PRESETS } from '../domain/rubric/presets';
import { rubricSeal, type RubricContent } from '../domain/rubric/rubric-content';
import { checkRuleSet } from '../domain/rubric/check-rule-set';
import { R1 } from '../domain/rubric/rule-set-r1';
import type { Refusal } from '../domain/shared/refusal';
import { digestOfText } from '../ledger/chain';
import { Ledger, type LedgerActor } from '../ledger/ledger';
import { RubricDraftsService } from './rubric-drafts.service';
import { Rubric, RubricVersion, RuleSetVersion, sealOfRubricVersion } from './rubric.entity';
import { RuleSetsService } from './rule-sets.service';

/** Publishes the rubrics and decision rules that ship. What is published stays as it is. */
@Injectable()
export class RubricsService {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
    private readonly drafts: RubricDraftsService,
    private readonly ruleSets: RuleSetsService,
  ) {}

  /**
   * Publishes the three presets and rule set R1, each as its version 1. What is there already is left alone, so it
   * may be called at every first start, in tests and by the demo. An installation without a manufacturing rubric also
   * gets a draft of its second version, in which the objective criteria score themselves.
   * @returns how many versions were published
   */
  async publishPresets(tx: Tx, actor: LedgerActor): Promise<number> {
    let published = 0;
    for (const content of RUBRIC_PRESETS) {
      const version = await this.publishRubric(tx, content, actor);
      if (version === null) continue;
      published += 1;
      if (content.code === manufacturingComputed.code)
        await this.drafts.begin(tx, version, manufacturingComputed, actor);
    }
    if (await this.publishRules(tx, actor)) published += 1;
    return published;
  }

  private async publishRules(tx: Tx, actor: LedgerActor): Promise<boolean> {
    refuseFaults(R1.code, checkRuleSet(R1));
    if (await tx.findOne(RuleSetVersion, sql`where code = ${R1.code}`)) return false;
    await this.ruleSets.add(tx, R1, actor);
    return true;
  }

  /** @returns the version; null where there is a rubric of that code */
  private async publishRubric(
    tx: Tx,
    content: RubricContent,
    actor: LedgerActor,
  ): Promise<RubricVersion | null> {
    refuseFaults(content.code, checkRubric(content));
    if (await tx.findOne(Rubric, sql`where code = ${content.code}`)) return null;
    const rubricId = this.ids.next();
    const { zh, en } = content.name;
    await tx.insert(Rubric, { id: rubricId, code: content.code, nameZh: zh, nameEn: en });
    const text = rubricSeal(content);
    const row: RubricVersion = {
      id: this.ids.next(),
      rubricId,
      version: 1,
      state: 'published',
      content: text,
      digest: digestOfText(text),
      publishedAt: this.clock.now(),
      publishedByLabel: actor.label,
    };
    await tx.insert(RubricVersion, row);
    await this.ledger.seal(tx, 'rubricVersion', row.id, sealOfRubricVersion(row), {
      kind: 'rubric.published',
      actor,
      facts: { code: content.code, version: row.version, content: row.digest },
    });
    return row;
  }
}

/** The presets are part of the program: a fault in one is ours, not the reader's. */
function refuseFaults(code: string, faults: readonly Refusal[]): void {
  if (faults.length > 0)
    throw new Error(`${code} cannot be published: ${faults.map((f) => f.because).join(', ')}`);
}
