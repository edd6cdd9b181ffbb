import { sql } from '../database/sql';
import type { ConsistencyCheck } from '../ledger/consistency-checks';

/** Rule 10: a pause never begins after the end of what it pauses, and two people make it. */
export const pausesTakeTwoPeople: ConsistencyCheck = {
  name: 'each pause that began was approved by another person than asked for it, and of one promise one runs at a time',
  async run(source) {
    const alone = await source.rows<{ id: string }>(
      sql`select id from promise_pause where begun_at is not null
          and (decided_by_id is null or decided_by_id = asked_by_id)`,
    );
    const twice = await source.rows<{ id: string }>(
      sql`select later.id from promise_pause later join promise_pause earlier
            on earlier.lead_id = later.lead_id and earlier.kind = later.kind and earlier.id <> later.id
          where later.begun_at is not null and earlier.begun_at is not null and earlier.begun_at < later.begun_at
            and coalesce(earlier.resumed_at, earlier.until_day || 'T15:59:59.999Z') > later.begun_at`,
    );
    return [
      ...alone.map(({ id }) => `pause ${id}: one person alone`),
      ...twice.map(({ id }) => `pause ${id}: began while another ran`),
    ];
  },
};

/** A step of an escalation went to the person whose digest it stands in. */
export const stepsStandInTheirDigest: ConsistencyCheck = {
  name: 'each step of an escalation stands in a digest to the same person',
  async run(source) {
    const rows = await source.rows<{ id: string }>(
      sql`select step.id from promise_escalation step join promise_digest digest on digest.id = step.digest_id
          where digest.person_id <> step.person_id`,
    );
    return rows.map(({ id }) => `escalation ${id}: its digest went to somebody else`);
  },
};
