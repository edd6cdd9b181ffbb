import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import type { Source } from '../database/source';
import { Sql, sql } from '../database/sql';
import type { RubricContent } from '../domain/rubric/rubric-content';
import { readRuleSet } from '../domain/rubric/read-rule-set';
import type { RuleSet } from '../domain/rubric/rule-set';
import type { Instant } from '../domain/shared/instant';
import type { Bilingual } from '../domain/shared/sentence';
import { RuleSetVersion, type RubricState } from './rubric.entity';

/** A version of a rubric as lists show it. */
export interface RubricVersionCard {
  readonly id: string;
  readonly rubricId: string;
  /** The track of the leads it is for. */
  readonly code: string;
  readonly name: Bilingual;
  readonly version: number;
  readonly state: RubricState;
  readonly digest: string;
  readonly publishedAt: Instant | null;
  readonly publishedByLabel: string | null;
}

export interface RubricVersionRead extends RubricVersionCard {
  readonly content: RubricContent;
}

export interface RuleSetRead {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly digest: string;
  readonly publishedAt: Instant;
  readonly publishedByLabel: string;
  /** Null while new rounds may be planned under it. */
  readonly retiredAt: Instant | null;
  readonly retiredByLabel: string | null;
  readonly content: RuleSet;
}

type CardRow = Omit<RubricVersionCard, 'name'> & { zh: string; en: string };

const columns = sql`rubric_version.id, rubric.id as "rubricId", rubric.code, rubric.name_zh as zh, rubric.name_en as en,
  rubric_version.version, rubric_version.state, rubric_version.digest,
  rubric_version.published_at as "publishedAt", rubric_version.published_by_label as "publishedByLabel"`;
const tables = sql`rubric_version join rubric on rubric.id = rubric_version.rubric_id`;

/** Reads rubrics and decision rules. Everybody who may see the page sees all of them. */
@Injectable()
export class RubricsQueries {
  constructor(private readonly reader: Reader) {}

  /** All versions, rubric by rubric, the newest of each first. */
  versions(source: Source = this.reader): Promise<RubricVersionCard[]> {
    return this.cards(source, sql`order by rubric.code, rubric_version.version desc`);
  }

  /** The versions that a new round may use: the newest published one of each rubric. */
  async published(source: Source = this.reader): Promise<RubricVersionCard[]> {
    const cards = await this.cards(
      source,
      sql`where rubric_version.state = 'published' order by rubric.code, rubric_version.version desc`,
    );
    return cards.filter((card, at) => cards[at - 1]?.rubricId !== card.rubricId);
  }

  version(id: string, source: Source = this.reader): Promise<RubricVersionRead | null> {
    return this.whole(source, sql`where rubric_version.id = ${id}`);
  }

  versionOf(
    rubricId: string,
    version: number,
    source: Source = this.reader,
  ): Promise<RubricVersionRead | null> {
    return this.whole(source, sql`where rubric.id = ${rubricId} and rubric_version.version = ${version}`);
  }

  async ruleSet(id: string, source: Source = this.reader): Promise<RuleSetRead | null> {
    return readRules(await source.findOne(RuleSetVersion, sql`where id = ${id}`));
  }

  /**
   * The rules that a new round is held under when its plan names no others: those published last and not retired.
   * Null before the first start has published any.
   */
  async currentRuleSet(source: Source = this.reader): Promise<RuleSetRead | null> {
    return (await this.ruleSetsInUse(source))[0] ?? null;
  }

  /** The rules that a new round may name: of each rule set its newest version, the one published last first. */
  async ruleSetsInUse(source: Source = this.reader): Promise<RuleSetRead[]> {
    const versions = await this.ruleSetVersions(source);
    return versions.filter(
      ({ code, retiredAt }, at) =>
        retiredAt === null &&
        versions.findIndex((other) => other.code === code && other.retiredAt === null) === at,
    );
  }

  /** Versions with their contents by id, in one query. */
  async contents(
    ids: readonly string[],
    source: Source = this.reader,
  ): Promise<Map<string, RubricVersionRead>> {
    const rows = await source.rows<CardRow & { content: string }>(
      sql`select ${columns}, rubric_version.content from ${tables}
          where rubric_version.id in ${sql.list([...new Set(ids)])}`,
    );
    return new Map(rows.map((row) => [row.id, readVersion(row)]));
  }

  /** Every version of every rule set, the one published last first. */
  async ruleSetVersions(source: Source = this.reader): Promise<RuleSetRead[]> {
    const rows = await source.find(RuleSetVersion, sql`order by published_at desc, version desc, id desc`);
    return rows.flatMap((row) => readRules(row) ?? []);
  }

  private async cards(source: Source, rest: Sql): Promise<RubricVersionCard[]> {
    const rows = await source.rows<CardRow>(sql`select ${columns} from ${tables} ${rest}`);
    return rows.map(({ zh, en, ...row }) => ({ ...row, name: { zh, en } }));
  }

  private async whole(source: Source, rest: Sql): Promise<RubricVersionRead | null> {
    const row = await source.one<CardRow & { content: string }>(
      sql`select ${columns}, rubric_version.content from ${tables} ${rest}`,
    );
    return row && readVersion(row);
  }
}

function readVersion({ zh, en, content, ...card }: CardRow & { content: string }): RubricVersionRead {
  return { ...card, name: { zh, en }, content: JSON.parse(content) as RubricContent };
}

function readRules(row: RuleSetVersion | null): RuleSetRead | null {
  return row && { ...row, content: readRuleSet(row.content) };
}
