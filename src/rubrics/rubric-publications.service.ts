import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import { insist, Refused, refuse } from '../domain/shared/refusal';
import { Ledger, type LedgerActor, type LedgerFacts } from '../ledger/ledger';
import type { DraftAt } from './rubric-drafts.service';
import { RubricDraftsQueries } from './rubric-drafts.queries';
import { Rubric, RubricVersion, sealOfRubricVersion } from './rubric.entity';

/** Makes a draft a version that stays as it is, and takes a version out of use. */
@Injectable()
export class RubricPublicationsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ledger: Ledger,
    private readonly drafts: RubricDraftsQueries,
  ) {}

  /**
   * Publishes a draft: its content is fixed and sealed, new rounds use it, rounds planned with an earlier version keep
   * theirs. The rubric takes the name of its newest version.
   * @param digest of the content that the person saw: what somebody changed since is not published unseen
   * @throws Refused 404, 409 'versionFrozen', 'draftChanged', 422 for the first thing that is wrong with it
   */
  publish(actor: LedgerActor, { rubricId, v }: DraftAt, digest: string): Promise<void> {
    return this.work.run(async (tx) => {
      await tx.one(sql`select id from rubric where id = ${rubricId}${tx.forUpdate}`);
      const { version, content, faults } = await this.drafts.draft(rubricId, v, tx);
      insist(faults[0] ?? null, 422);
      insist(digest === '' || digest === version.digest ? null : refuse('draftChanged'));
      const change = {
        state: 'published',
        publishedAt: this.clock.now(),
        publishedByLabel: actor.label,
      } as const;
      await this.alter(tx, version.id, 'draft', change);
      await tx.run(sql`delete from rubric_draft where id = ${version.id}`);
      await tx.update(Rubric, { nameZh: content.name.zh, nameEn: content.name.en }, sql`id = ${rubricId}`);
      const facts = { code: version.code, version: version.version, content: version.digest };
      await this.seal(tx, version.id, 'rubric.published', actor, facts);
    });
  }

  /**
   * Takes a published version out of use: no new round may use it, and a round planned with it can no longer be
   * opened. Rounds that were opened with it go on and stay readable.
   * @throws Refused 404, 409 'versionNotPublished'
   */
  retire(actor: LedgerActor, { rubricId, v }: DraftAt, reason: string): Promise<void> {
    return this.work.run(async (tx) => {
      const { id, state, code, version } = await this.drafts.versionAt(rubricId, v, tx);
      insist(state === 'published' ? null : refuse('versionNotPublished', { version }));
      await this.alter(tx, id, 'published', { state: 'retired' });
      await this.seal(tx, id, 'rubric.retired', actor, { code, version, reason });
    });
  }

  private async alter(
    tx: Tx,
    id: string,
    from: RubricVersion['state'],
    change: Partial<RubricVersion>,
  ): Promise<void> {
    const changed = await tx.update(RubricVersion, change, sql`id = ${id} and state = ${from}`);
    if (changed !== 1) throw new Refused(refuse('draftChanged'));
  }

  private async seal(
    tx: Tx,
    id: string,
    kind: string,
    actor: LedgerActor,
    facts: LedgerFacts,
  ): Promise<void> {
    const row = await tx.findOne(RubricVersion, sql`where id = ${id}`);
    if (row === null) throw new Error(`rubric version ${id} is gone`);
    await this.ledger.seal(tx, 'rubricVersion', id, sealOfRubricVersion(row), { kind, actor, facts });
  }
}
