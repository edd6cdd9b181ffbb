import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { isUniqueViolation } from '../database/errors';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import { readRuleSet } from '../domain/rubric/read-rule-set';
import { ruleSetSeal } from '../domain/rubric/rule-set';
import { refuse, Refused } from '../domain/shared/refusal';
import type { LedgerActor } from '../ledger/ledger';
import { RuleSetVersion } from './rubric.entity';
import { typedFrom, type TypedRules } from './rule-fields';
import { readRules } from './rule-form';
import { RuleSetDraft } from './rule-set-draft.entity';
import { RuleSetsService } from './rule-sets.service';

/** Writes drafts of decision rules and publishes them. A draft binds nobody and is not sealed. */
@Injectable()
export class RuleDraftsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly ruleSets: RuleSetsService,
  ) {}

  /**
   * Begins a draft that says what a published version says. Where one grows out of that version already, it is that one.
   * @returns its id
   * @throws Refused 404 'notFound'
   */
  async begin(actor: LedgerActor, versionId: string): Promise<string> {
    try {
      return await this.work.run((tx) => this.draftFrom(tx, actor, versionId));
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      // Somebody else began it in the same moment.
      return this.work.run((tx) => this.draftFrom(tx, actor, versionId));
    }
  }

  private async draftFrom(tx: Tx, actor: LedgerActor, versionId: string): Promise<string> {
    const base = await tx.findOne(RuleSetVersion, sql`where id = ${versionId}`);
    if (base === null) throw new Refused(refuse('notFound'), 404);
    const known = await tx.findOne(RuleSetDraft, sql`where based_on_id = ${versionId}`);
    if (known !== null) return known.id;
    const now = this.clock.now();
    const draft: RuleSetDraft = {
      id: this.ids.next(),
      basedOnId: base.id,
      typed: JSON.stringify(typedFrom(readRuleSet(base.content))),
      revision: 1,
      createdAt: now,
      editedAt: now,
      editedByLabel: actor.label,
    };
    await tx.insert(RuleSetDraft, draft);
    return draft.id;
  }

  /**
   * Keeps what stands in the boxes, right or wrong.
   * @throws Refused 404 'notFound', 422 'ruleDraftChanged' where somebody has saved since `revision`
   */
  save(actor: LedgerActor, id: string, revision: number, typed: TypedRules): Promise<void> {
    return this.work.run(async (tx) => {
      await this.locked(tx, id, revision);
      const changes = {
        typed: JSON.stringify(typed),
        revision: revision + 1,
        editedAt: this.clock.now(),
        editedByLabel: actor.label,
      };
      await tx.update(RuleSetDraft, changes, sql`id = ${id}`);
    });
  }

  /** Throws a draft away. @throws Refused 404 'notFound' */
  remove(id: string): Promise<void> {
    return this.work.run(async (tx) => {
      const removed = await tx.run(sql`delete from rule_set_draft where id = ${id}`);
      if (removed === 0) throw new Refused(refuse('notFound'), 404);
    });
  }

  /**
   * Publishes a draft as the next version under its code, and the draft is gone.
   * @returns the new version
   * @throws Refused 404 'notFound', 422 'ruleDraftChanged', 'ruleDraftUnfit' or 'rulesUnchanged'
   */
  async publish(actor: LedgerActor, id: string, revision: number): Promise<RuleSetVersion> {
    try {
      return await this.work.run(async (tx) => {
        const draft = await this.locked(tx, id, revision);
        const { rules, errors } = readRules(JSON.parse(draft.typed) as TypedRules);
        if (rules === null)
          throw new Refused(refuse('ruleDraftUnfit', { n: Object.keys(errors).length }), 422);
        const base = await tx.findOne(RuleSetVersion, sql`where id = ${draft.basedOnId}`);
        if (base !== null && ruleSetSeal(readRuleSet(base.content)) === ruleSetSeal(rules))
          throw new Refused(refuse('rulesUnchanged'), 422);
        const version = await this.ruleSets.add(tx, rules, actor);
        await tx.run(sql`delete from rule_set_draft where id = ${id}`);
        return version;
      });
    } catch (error) {
      if (isUniqueViolation(error)) throw new Refused(refuse('ruleDraftChanged'), 422);
      throw error;
    }
  }

  private async locked(tx: Tx, id: string, revision: number): Promise<RuleSetDraft> {
    const draft = await tx.findOne(RuleSetDraft, sql`where id = ${id}${tx.forUpdate}`);
    if (draft === null) throw new Refused(refuse('notFound'), 404);
    if (draft.revision !== revision) throw new Refused(refuse('ruleDraftChanged'), 422);
    return draft;
  }
}
