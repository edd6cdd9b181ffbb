import { sql } from '../database/sql';
import { canonical, type CanonicalValue } from '../domain/shared/canonical';
import type { ConsistencyCheck } from '../ledger/consistency-checks';

/** A paper counts once it is confirmed and only then, and as what was entered. */
export const paperBallotsAreCastOnce: ConsistencyCheck = {
  name: 'each confirmed paper ballot is one version of its seat’s ballot, with what was entered, and no other is',
  async run(source) {
    const rows = await source.rows<{ id: string; version: string | null }>(
      sql`select paper.id, cast_version.id as version from paper_ballot paper
            left join ballot_version cast_version on cast_version.entered_for = paper.id
          where (paper.state = 'confirmed') <> (cast_version.id is not null)
            or cast_version.item_id <> paper.item_id or cast_version.round_seat_id <> paper.round_seat_id
            or cast_version.round_id <> paper.round_id or cast_version.cast_by <> paper.voter_id
            or cast_version.kind <> 'cast' or cast_version.version <> paper.replaces + 1
            or cast_version.cast_at < paper.settled_at
          order by paper.id`,
    );
    return rows.map(
      ({ id, version }) => `paperBallot ${id}: is not what ballotVersion ${version ?? 'none'} was cast from`,
    );
  },
};

interface Compared {
  id: string;
  content: string;
  vote: string;
  scores: string;
  na: string;
  reasons: string;
  computed: string | null;
  comment: string;
  note: string;
}

/** Both rows are sealed; this finds a program that casts something else than was compared with the scan. */
export const paperBallotsSayWhatWasEntered: ConsistencyCheck = {
  name: 'each ballot entered from paper says what its entry says',
  async run(source) {
    const rows = await source.rows<Compared>(
      sql`select paper.id, paper.content, cast_version.vote, cast_version.scores, cast_version.na,
            cast_version.reasons, cast_version.computed, cast_version.comment, cast_version.note
          from paper_ballot paper join ballot_version cast_version on cast_version.entered_for = paper.id
          order by paper.id`,
    );
    return rows
      .filter(({ content, ...row }) => content !== canonical(contentOf(row)))
      .map(({ id }) => `paperBallot ${id}: the ballot cast from it says something else`);
  },
};

function contentOf({
  vote,
  scores,
  na,
  reasons,
  computed,
  comment,
  note,
}: Omit<Compared, 'content'>): CanonicalValue {
  const read = (text: string): CanonicalValue => JSON.parse(text) as CanonicalValue;
  const marks = { scores: read(scores), na: read(na), reasons: read(reasons) };
  const said: Record<string, CanonicalValue> = computed === null ? {} : { computed: read(computed) };
  return { ...marks, ...said, vote, comment, note };
}

/** The scan that a paper was compared with is its own. */
export const paperBallotsHaveTheirScan: ConsistencyCheck = {
  name: 'each paper ballot has a scan of its own',
  async run(source) {
    const rows = await source.rows<{ id: string }>(
      sql`select paper.id from paper_ballot paper
            left join stored_file on stored_file.id = paper.scan_id
              and stored_file.subject_type = 'paperBallot' and stored_file.subject_id = paper.id
          where stored_file.id is null order by paper.id`,
    );
    return rows.map(({ id }) => `paperBallot ${id}: its scan is missing or belongs to something else`);
  },
};
