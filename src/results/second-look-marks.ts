import type { Source } from '../database/source';
import { sql } from '../database/sql';
import { disputeLimits, type DisputeLimits } from '../domain/insight/dispute-limits';
import type { EarlierResult } from '../domain/round/second-look';
import { canonical } from '../domain/shared/canonical';
import { carriedFrom } from '../domain/tally/carried';
import type { TallyRecord } from '../domain/tally/tally-record';
import type { ConsistencyCheck } from '../ledger/consistency-checks';
import type { CitySettingsQueries } from '../settings/city-settings.queries';

interface ResultRow {
  outcomeId: string;
  leadId: string;
  roundNumber: string;
  rubricVersionId: string;
  /** 1 or true. */
  revised: 0 | 1 | boolean;
  record: string;
  disputeVersion: number;
}

/**
 * The newest result of each lead that was announced and decided something, by lead; one query, and one for each version
 * of the limits of disagreement that their rounds were judged with.
 */
export async function newestResults(
  settings: CitySettingsQueries,
  source: Source,
  leadIds: readonly string[],
): Promise<ReadonlyMap<string, EarlierResult>> {
  const rows = await source.rows<ResultRow>(
    sql`select outcome.id as "outcomeId", outcome.lead_id as "leadId", round.number as "roundNumber",
          round.rubric_version_id as "rubricVersionId", outcome.record,
          coalesce(round.dispute_version, 0) as "disputeVersion",
          (lead.revision > lead_revision.number) as revised
        from outcome join round on round.id = outcome.round_id
          join round_item on round_item.id = outcome.item_id join lead on lead.id = outcome.lead_id
          join lead_revision on lead_revision.id = round_item.lead_revision_id
        where outcome.lead_id in ${sql.list(leadIds)} and outcome.decided is not null
          and outcome.computed <> 'void'
        order by round.announced_at, round.id`,
  );
  // Later ones take the place of earlier ones.
  const limits = new Map<number, DisputeLimits>();
  for (const { disputeVersion: version } of rows)
    if (!limits.has(version)) limits.set(version, await settings.ofVersion(disputeLimits, version, source));
  return new Map(
    rows.map(({ revised, record, disputeVersion, ...row }): [string, EarlierResult] => [
      row.leadId,
      {
        ...row,
        revised: Boolean(revised),
        record: JSON.parse(record) as TallyRecord,
        limits: limits.get(disputeVersion) ?? disputeLimits.preset,
      },
    ]),
  );
}

/** Always true: a second look carries over what the earlier round counted, from an outcome that was announced. */
export const carriedMarksAreThoseCounted: ConsistencyCheck = {
  name: 'each second look carries over the marks that the earlier round counted',
  async run(source) {
    const rows = await source.rows<{
      number: string;
      position: number;
      asked: string;
      carried: string | null;
      earlierNumber: string;
      record: string;
      announced: 0 | 1 | boolean;
      opened: 0 | 1 | boolean;
      sameLead: 0 | 1 | boolean;
      sameRubric: 0 | 1 | boolean;
    }>(
      sql`select round.number, item.position, item.asked, item.carried, earlier.number as "earlierNumber",
            outcome.record, (outcome.decided is not null) as announced,
            (item.lead_revision_id is not null) as opened, (outcome.lead_id = item.lead_id) as "sameLead",
            (earlier.rubric_version_id = round.rubric_version_id) as "sameRubric"
          from round_item item join round on round.id = item.round_id
            join outcome on outcome.id = item.carries_from_id join round earlier on earlier.id = outcome.round_id
          order by round.number, item.position`,
    );
    return rows.flatMap((row) => {
      const asked = JSON.parse(row.asked) as string[];
      const record = JSON.parse(row.record) as TallyRecord;
      const marks = row.opened ? canonical(carriedFrom(record, row.earlierNumber, asked)) : null;
      const right = row.announced && row.sameLead && row.sameRubric && marks === row.carried;
      return right ? [] : [`${row.number}, item ${row.position}: not the marks of ${row.earlierNumber}`];
    });
  },
};
