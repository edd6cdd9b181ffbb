import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { isUniqueViolation } from '../database/errors';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import {
  type Direction,
  type DraftList,
  MOST_PARTS,
  withAdded,
  withMoved,
  withoutPart,
} from '../domain/rubric/draft-moves';
import {
  contentOf,
  draftOf,
  type DraftCriterion,
  type DraftGround,
  type RubricDraft,
} from '../domain/rubric/rubric-draft';
import { rubricSeal, type RubricContent } from '../domain/rubric/rubric-content';
import { Refused, refuse } from '../domain/shared/refusal';
import { digestOf } from '../ledger/chain';
import type { LedgerActor } from '../ledger/ledger';
import type { TypedFrame } from './rubric-draft.form';
import { RubricDraftRow } from './rubric-draft.entity';
import { partMark } from './rubric-draft-mark';
import { RubricDraftsQueries } from './rubric-drafts.queries';
import { RubricVersion } from './rubric.entity';
import { RubricsQueries } from './rubrics.queries';

/** Which draft, as its address says. */
export interface DraftAt {
  readonly rubricId: string;
  /** The number of the version, as a text of an address. */
  readonly v: string;
}

/**
 * Writes the versions that are not published yet. Whatever can be typed can be saved; nothing here binds anybody, so
 * nothing goes into the ledger before a version is published.
 */
@Injectable()
export class RubricDraftsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly rubrics: RubricsQueries,
    private readonly drafts: RubricDraftsQueries,
  ) {}

  /**
   * Begins the next version of a rubric from any published or retired version of any rubric.
   * @returns its number
   * @throws Refused 404 for an unknown rubric, 422 'draftBaseUnknown', 409 'draftExists'
   */
  async start(actor: LedgerActor, rubricId: string, fromId: string): Promise<number> {
    try {
      return await this.work.run(async (tx) => {
        const [own] = (await this.rubrics.versions(tx)).filter((card) => card.rubricId === rubricId);
        if (own === undefined) throw new Refused(refuse('notFound'), 404);
        const from = await this.rubrics.version(fromId, tx);
        if (from === null || from.state === 'draft') throw new Refused(refuse('draftBaseUnknown'), 422);
        if (own.state === 'draft') throw new Refused(refuse('draftExists', { version: own.version }));
        const content = { ...from.content, code: own.code };
        return this.begin(tx, { id: from.id, rubricId, version: own.version }, content, actor);
      });
    } catch (error) {
      // Two people began at the same moment; the second finds the number taken.
      throw isUniqueViolation(error) ? new Refused(refuse('draftExists', { version: '' })) : error;
    }
  }

  /** The draft that follows `after`, filled with `content`. @returns its number */
  async begin(
    tx: Tx,
    after: Pick<RubricVersion, 'id' | 'rubricId' | 'version'>,
    content: RubricContent,
    actor: LedgerActor,
  ): Promise<number> {
    const id = this.ids.next();
    const version = after.version + 1;
    const draft = draftOf(content);
    const read = contentOf(draft, content.code);
    const text = { content: rubricSeal(read), digest: digestOf(read) };
    await tx.insert(RubricVersion, { id, rubricId: after.rubricId, version, state: 'draft', ...text });
    await tx.insert(RubricDraftRow, {
      id,
      rubricId: after.rubricId,
      typed: JSON.stringify(draft),
      basedOnId: after.id,
      savedAt: this.clock.now(),
      savedByLabel: actor.label,
    });
    return version;
  }

  /** Keeps the names and weights of the overview. @throws Refused 422 'partChanged' as `writeCriterion` */
  async arrange(actor: LedgerActor, at: DraftAt, typed: TypedFrame, seen: string): Promise<void> {
    await this.change(actor, at, (draft) => {
      insistUnchanged(seen, partMark(draft));
      const criteria = draft.criteria.map((one) => ({
        ...one,
        weight: typed.weights[one.key] ?? one.weight,
      }));
      return { ...draft, nameZh: typed.nameZh, nameEn: typed.nameEn, criteria };
    });
  }

  /** @returns the key of the new part. @throws Refused 409 'tooManyParts' */
  async add(actor: LedgerActor, at: DraftAt, list: DraftList): Promise<string> {
    let key = '';
    await this.change(actor, at, (draft) => {
      const added = withAdded(draft, list);
      if (added === null) throw new Refused(refuse('tooManyParts', { most: MOST_PARTS[list] }));
      ({ key } = added);
      return added.draft;
    });
    return key;
  }

  async move(
    actor: LedgerActor,
    at: DraftAt,
    list: DraftList,
    key: string,
    direction: Direction,
  ): Promise<void> {
    await this.change(actor, at, (draft) => withMoved(draft, list, key, direction));
  }

  async remove(actor: LedgerActor, at: DraftAt, list: DraftList, key: string): Promise<void> {
    await this.change(actor, at, (draft) => withoutPart(draft, list, key));
  }

  /**
   * Keeps one criterion as it was typed.
   * @param seen the mark of the criterion on the page it was typed on; '' to write whatever stands there now
   * @throws Refused 404 where it is gone, 422 'partChanged' where somebody else has changed it since
   */
  async writeCriterion(actor: LedgerActor, at: DraftAt, typed: DraftCriterion, seen: string): Promise<void> {
    await this.change(actor, at, (draft) => ({ ...draft, criteria: replaced(draft.criteria, typed, seen) }));
  }

  /** Keeps one veto ground as it was typed. @throws Refused as `writeCriterion` */
  async writeGround(actor: LedgerActor, at: DraftAt, typed: DraftGround, seen: string): Promise<void> {
    await this.change(actor, at, (draft) => ({ ...draft, grounds: replaced(draft.grounds, typed, seen) }));
  }

  /** Throws a draft away; its number is free again. @throws Refused as `RubricDraftsQueries.draft` */
  discard({ rubricId, v }: DraftAt): Promise<void> {
    return this.work.run(async (tx) => {
      const { version } = await this.drafts.draft(rubricId, v, tx);
      await tx.run(sql`delete from rubric_draft where id = ${version.id}`);
      await tx.run(sql`delete from rubric_version where id = ${version.id} and state = 'draft'`);
    });
  }

  private change(
    actor: LedgerActor,
    { rubricId, v }: DraftAt,
    change: (draft: RubricDraft) => RubricDraft,
  ): Promise<void> {
    return this.work.run(async (tx) => {
      await tx.one(sql`select id from rubric where id = ${rubricId}${tx.forUpdate}`);
      const { version, draft } = await this.drafts.draft(rubricId, v, tx);
      const changed = change(draft);
      const content = contentOf(changed, version.code);
      const savedAt = this.clock.now();
      const text = { content: rubricSeal(content), digest: digestOf(content) };
      await tx.update(RubricVersion, text, sql`id = ${version.id} and state = 'draft'`);
      const typed = JSON.stringify(changed);
      const kept = { typed, savedAt, savedByLabel: actor.label };
      await tx.update(RubricDraftRow, kept, sql`id = ${version.id}`);
    });
  }
}

function replaced<Part extends DraftCriterion | DraftGround>(
  parts: readonly Part[],
  typed: Part,
  seen: string,
): readonly Part[] {
  const standing = parts.find(({ key }) => key === typed.key);
  if (standing === undefined) throw new Refused(refuse('notFound'), 404);
  insistUnchanged(seen, partMark(standing));
  return parts.map((part) => (part.key === typed.key ? typed : part));
}

/** What another person saved meanwhile is not written over unseen. */
function insistUnchanged(seen: string, mark: string): void {
  if (seen !== '' && seen !== mark) throw new Refused(refuse('partChanged'), 422);
}
