import { Injectable } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { replay } from '../domain/insight/replay';
import { checkRubric } from '../domain/rubric/check-rubric';
import { refuse } from '../domain/shared/refusal';
import type { Words } from '../words/words';
import { InsightQueries } from './insight.queries';
import type { ReplayPage } from './insight-replay.views';
import { refusalText } from './refusal-text';

/** Tries versions on past rounds. Reads and computes; nothing is written. */
@Injectable()
export class InsightReplays {
  constructor(private readonly insight: InsightQueries) {}

  /**
   * What a chosen rubric version, rule set or both would have decided. An unknown id tries nothing; a draft that could
   * not be published cannot be tried either, and the page says why.
   * @throws Refused 404 for whoever may not look back
   */
  async replay(viewer: Viewer, asked: ReplayPage['asked'], words: Words): Promise<ReplayPage> {
    const rounds = await this.insight.concluded(viewer);
    const versions = await this.insight.versions();
    const rubric = await this.insight.rubric(asked.rubric);
    const rules = versions.rules.find(({ id }) => id === asked.rules) ?? null;
    const faults = rubric === null ? [] : checkRubric(rubric.content);
    const known = { rounds, versions, rubric, asked: { rubric: rubric?.id ?? '', rules: rules?.id ?? '' } };
    const [fault] = faults;
    if (fault !== undefined) {
      const refusal = refusalText(refuse('draftNotTriable', { count: faults.length }), words);
      return { ...known, refusal, replay: null, cards: new Map() };
    }
    if (rubric === null && rules === null) return { ...known, refusal: '', replay: null, cards: new Map() };
    const past = rounds.map(({ round, items }) => ({ roundId: round.id, items }));
    const found = replay(past, { rubric: rubric?.content ?? null, rules: rules?.content ?? null });
    const flipped = new Set(
      found.rounds.flatMap(({ items }) => items.flatMap(({ itemId, flips }) => (flips ? [itemId] : []))),
    );
    const leadIds = rounds.flatMap(({ items }) =>
      items.flatMap(({ itemId, leadId }) => (flipped.has(itemId) ? [leadId] : [])),
    );
    return { ...known, refusal: '', replay: found, cards: await this.insight.cards(leadIds) };
  }
}
