import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import type { Viewer } from '../domain/access/viewer';
import { plainWording } from '../domain/fair-competition/plain-text';
import type { PolicyClause } from '../domain/fair-competition/policy';
import { canonical } from '../domain/shared/canonical';
import type { Day } from '../domain/shared/instant';
import { refuse, Refused } from '../domain/shared/refusal';
import { actorOf } from '../ledger/actor';
import { Ledger } from '../ledger/ledger';
import { simplifiedText } from '../reference/simplified-text';
import { PolicyRow, PolicyVersion, sealOfPolicy } from './policy.entity';

/** A policy as the office enters it. */
export interface PolicyGiven {
  readonly title: string;
  readonly documentNo: string;
  readonly issuer: string;
  readonly validFrom: Day;
  readonly validTo: Day | null;
  readonly withdrawn: boolean;
  readonly clauses: readonly PolicyClause[];
}

/** What an import came to. */
export interface ImportResult {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** Keeps the catalogue of published policies: every change is a new version with its reason, sealed. */
@Injectable()
export class PoliciesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
  ) {}

  /** Enters a policy. @returns its id. @throws Refused 422 'policyKnown' where the document is there already */
  add(viewer: Viewer, given: PolicyGiven, reason: string): Promise<string> {
    return this.work.run(async (tx) => {
      if ((await this.byDocument(tx, given.documentNo)) !== null) throw policyKnown(given);
      return this.begin(tx, viewer, given, reason);
    });
  }

  /**
   * Enters a new version; an unchanged one makes none. Opinions and rounds keep what they were given on.
   * @param basedOn the version that the form showed
   * @returns the version that holds
   * @throws Refused 404; 409 'policyChangedMeanwhile'; 422 'policyKnown'
   */
  revise(viewer: Viewer, id: string, given: PolicyGiven, basedOn: number, reason: string): Promise<number> {
    return this.work.run(async (tx) => {
      const row = await tx.findOne(PolicyRow, sql`where id = ${id}${tx.forUpdate}`);
      if (row === null) throw new Refused(refuse('notFound'), 404);
      if (row.version !== basedOn) throw new Refused(refuse('policyChangedMeanwhile'), 409);
      const other = await this.byDocument(tx, given.documentNo);
      if (other !== null && other.id !== id) throw policyKnown(given);
      return (await this.renew(tx, viewer, row, given, reason)).version;
    });
  }

  /** Many at once, all or none: known documents get a new version where they differ. The same list twice changes nothing. */
  importAll(viewer: Viewer, policies: readonly PolicyGiven[], reason: string): Promise<ImportResult> {
    return this.work.run(async (tx) => {
      const result = { added: 0, changed: 0, unchanged: 0 };
      for (const given of policies) {
        const known = await this.byDocument(tx, given.documentNo);
        // No column of the list says that a policy was repealed: what the office has noted of that stays.
        if (known === null) {
          await this.begin(tx, viewer, given, reason);
          result.added += 1;
        } else if ((await this.renew(tx, viewer, known, await this.asNoted(tx, known, given), reason)).isNew)
          result.changed += 1;
        else result.unchanged += 1;
      }
      return result;
    });
  }

  private async asNoted(tx: Tx, { id, version }: PolicyRow, given: PolicyGiven): Promise<PolicyGiven> {
    const held = await tx.findOne(PolicyVersion, sql`where policy_id = ${id} and version = ${version}`);
    return { ...given, withdrawn: held?.withdrawn === 1 };
  }

  private byDocument(tx: Tx, documentNo: string): Promise<PolicyRow | null> {
    return tx.findOne(PolicyRow, sql`where document_key = ${documentKey(documentNo)}${tx.forUpdate}`);
  }

  private async begin(tx: Tx, viewer: Viewer, given: PolicyGiven, reason: string): Promise<string> {
    const id = this.ids.next();
    const key = documentKey(given.documentNo);
    await tx.insert(PolicyRow, { id, documentKey: key, version: 1, createdAt: this.clock.now() });
    await this.write(tx, viewer, { policyId: id, version: 1, given, reason });
    return id;
  }

  private async renew(
    tx: Tx,
    viewer: Viewer,
    row: PolicyRow,
    given: PolicyGiven,
    reason: string,
  ): Promise<{ version: number; isNew: boolean }> {
    const held = await tx.findOne(
      PolicyVersion,
      sql`where policy_id = ${row.id} and version = ${row.version}`,
    );
    if (held !== null && saysTheSame(held, given)) return { version: row.version, isNew: false };
    const version = row.version + 1;
    const changes = { version, documentKey: documentKey(given.documentNo) };
    await tx.update(PolicyRow, changes, sql`id = ${row.id}`);
    await this.write(tx, viewer, { policyId: row.id, version, given, reason });
    return { version, isNew: true };
  }

  private async write(
    tx: Tx,
    viewer: Viewer,
    wanted: { policyId: string; version: number; given: PolicyGiven; reason: string },
  ): Promise<void> {
    const { policyId, version, given, reason } = wanted;
    const actor = actorOf(viewer);
    const row: PolicyVersion = {
      id: this.ids.next(),
      policyId,
      version,
      ...columnsOf(given),
      reason,
      changedAt: this.clock.now(),
      changedById: viewer.personId,
      changedByLabel: actor.label.slice(0, 140),
    };
    await tx.insert(PolicyVersion, row);
    const facts = { document: given.documentNo, version };
    const kind = version === 1 ? 'policy.added' : 'policy.changed';
    await this.ledger.seal(tx, 'publishedPolicy', row.id, sealOfPolicy(row), { kind, actor, facts });
  }
}

/** `宜政发〔2025〕3号`, `宜政发[2025] 3号` and `宜政發（2025）3號` name one document. */
function documentKey(documentNo: string): string {
  return plainWording(simplifiedText(documentNo));
}

function columnsOf(given: PolicyGiven) {
  const { title, documentNo, issuer, validFrom, validTo, withdrawn, clauses } = given;
  return {
    title,
    documentNo,
    issuer,
    validFrom,
    validTo,
    withdrawn: withdrawn ? (1 as const) : (0 as const),
    clauses: canonical(clauses.map((clause) => ({ ...clause }))),
  };
}

function saysTheSame(held: PolicyVersion, given: PolicyGiven): boolean {
  return Object.entries(columnsOf(given)).every(([key, value]) => held[key as keyof PolicyVersion] === value);
}

const policyKnown = ({ documentNo }: PolicyGiven): Refused =>
  new Refused(refuse('policyKnown', { document: documentNo }), 422);
