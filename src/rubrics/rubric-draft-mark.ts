import type { DraftCriterion, DraftGround, RubricDraft } from '../domain/rubric/rubric-draft';
import { digestOf } from '../ledger/chain';

/** A short mark of what a page showed of a draft: where it differs on saving, somebody else was there in between. */
export function partMark(part: RubricDraft | DraftCriterion | DraftGround): string {
  const shown =
    'criteria' in part
      ? {
          zh: part.nameZh,
          en: part.nameEn,
          weights: part.criteria.map(({ key, weight }) => `${key} ${weight}`),
        }
      : part;
  return digestOf(shown).slice(0, 16);
}
