import { AsyncLocalStorage } from 'node:async_hooks';
import { BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import { coarseDevice } from '../http/device';
import type { AppRequest } from '../http/request';
import type { AccessKind } from './access-kinds';
import { AccessRecord } from './access-record.entity';
import { coarseAddress } from './coarse-address';

/** Whom a record is about and where they sit. Without `label` the person's name and unit are looked up. */
export interface Accessor {
  readonly personId: string | null;
  readonly label?: string;
  /** As the request came in; only the network of it is kept. */
  readonly address?: string;
  /** The browser's own words; only the kind of device is kept. */
  readonly userAgent?: string;
}

export interface Access {
  readonly kind: AccessKind;
  readonly by: Accessor;
  readonly subject: { readonly type: string; readonly id: string };
  readonly detail?: string;
}

/** Records written in one unit at the most; more wait for the next. */
const batch = 200;

/**
 * Who was shown, given or refused what. Written in units of work of its own, beside the page that it tells of: a
 * read does not wait for it, and records that come at once are written together. Where something must not be handed
 * out unrecorded, `written` waits; where the record belongs to a write, `within` joins that write.
 */
@Injectable()
export class AccessLog implements BeforeApplicationShutdown {
  private readonly log = new Logger('access-log');
  /** Outside every unit of work: a record of a refusal must not be rolled back with what was refused. */
  private readonly outside = AsyncLocalStorage.snapshot();
  private waiting: AccessRecord[] = [];
  private writing: Promise<void> | null = null;

  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Notes it soon; a failure is told to the operator and to nobody else. */
  note(access: Access): void {
    this.written(access).catch((error: unknown) =>
      this.log.error(`an access was not recorded (${access.kind}): ${String(error)}`),
    );
  }

  /** Resolves when the record is durable. Never awaited inside a unit of work, which it would wait for. */
  async written(access: Access): Promise<void> {
    this.waiting.push(this.recordOf(access));
    this.writing ??= this.outside(() => this.writeAll());
    await this.writing;
  }

  /** Part of a running unit of work: kept exactly if that is kept. */
  async within(tx: Tx, access: Access): Promise<void> {
    await this.insert(tx, [this.recordOf(access)]);
  }

  /** Until everything noted so far is written; for tests and the end of the program. */
  async settled(): Promise<void> {
    while (this.writing) await this.writing.catch(() => undefined);
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.settled();
  }

  private async writeAll(): Promise<void> {
    try {
      // What comes in the same moment goes into the same unit.
      await Promise.resolve();
      while (this.waiting.length > 0) {
        const records = this.waiting.splice(0, batch);
        await this.work.run((tx) => this.insert(tx, records));
      }
    } finally {
      this.writing = null;
    }
  }

  private async insert(tx: Tx, records: readonly AccessRecord[]): Promise<void> {
    const nameless = records.flatMap(({ label, personId }) => (label === '' && personId ? [personId] : []));
    const names = new Map<string, string>();
    if (nameless.length > 0) {
      const rows = await tx.rows<{ id: string; name: string; unitName: string }>(
        sql`select person.id, person.name, unit.name as "unitName" from person
            join unit on unit.id = person.unit_id where person.id in ${sql.list([...new Set(nameless)])}`,
      );
      for (const { id, name, unitName } of rows) names.set(id, `${name}（${unitName}）`);
    }
    await tx.insert(
      AccessRecord,
      records.map((record) => ({
        ...record,
        label: record.label || clip(names.get(record.personId ?? '') ?? '', 140),
      })),
    );
  }

  private recordOf({ kind, by, subject, detail = '' }: Access): AccessRecord {
    return {
      id: this.ids.next(),
      at: this.clock.now(),
      personId: by.personId,
      label: clip(by.label ?? '', 140),
      kind,
      subjectType: clip(subject.type, 40),
      subjectId: clip(subject.id, 60),
      address: coarseAddress(by.address ?? ''),
      device: by.userAgent === undefined ? '' : coarseDevice(by.userAgent),
      detail: clip(detail, 200),
    };
  }
}

/** Whoever a request is from: the person signed in, or the one a voting link belongs to; null for nobody. */
export function accessorOf(request: AppRequest): Accessor | null {
  const { viewer = null, ballot = null } = request.visit ?? {};
  const origin = { address: request.ip, userAgent: String(request.headers['user-agent'] ?? '') };
  if (viewer) return { personId: viewer.personId, label: `${viewer.name}（${viewer.unitName}）`, ...origin };
  return ballot && { personId: ballot.personId, ...origin };
}

function clip(text: string, characters: number): string {
  const plain = text.replace(/\p{Cc}/gu, ' ');
  return plain.length <= characters
    ? plain
    : Array.from(plain).slice(0, characters).join('').slice(0, characters);
}
