import { checkCriterion, checkFrame, checkGround } from '../domain/rubric/check-rubric';
import type { RubricContent } from '../domain/rubric/rubric-content';
import type { RubricDraft } from '../domain/rubric/rubric-draft';
import type { Refusal } from '../domain/shared/refusal';
import type { Words } from '../words/words';

/** The control that a fault is about; the page of a part shows it there. */
const CONTROLS: Readonly<Record<string, string>> = {
  criterionCodeUnusable: 'code',
  criterionRepeated: 'code',
  criterionNameMissing: 'nameZh',
  criterionTextTooLong: 'nameZh',
  weightNotWhole: 'weight',
  criterionWithoutKind: 'kinds',
  anchorMissing: 'anchor0Zh',
  formulaInputUnknown: 'input',
  formulaFigureUnreadable: 'scoring',
  formulaWithoutSteps: 'scoring',
  formulaTurned: 'better',
  groundCodeUnusable: 'code',
  vetoGroundRepeated: 'code',
  groundTextMissing: 'nameZh',
  groundTextTooLong: 'nameZh',
  groundWithoutRaiser: 'raisedBy',
  groundWithoutConfirmer: 'functions',
};

export interface FaultLine {
  readonly text: string;
  /** The part it is about; null for the rubric as a whole. */
  readonly key: string | null;
  readonly control: string;
}

/** What is wrong with a draft: with the whole first, then part by part, each with its place. */
export function faultLines(draft: RubricDraft, content: RubricContent, words: Words): FaultLine[] {
  const named = ({ nameZh, code }: { nameZh: string; code: string }): string =>
    nameZh.trim() || code.trim() || words.t('rubrics.part.unnamed');
  const line = ({ because, details }: Refusal, key: string | null, name: string): FaultLine => ({
    text: words.t(`refusal.${because}`, {
      ...details,
      ...(key === null ? {} : { criterion: name, ground: name }),
    }),
    key,
    control: CONTROLS[because] ?? '',
  });
  const whole = checkFrame(content).map((refusal) => line(refusal, null, ''));
  const criteria = content.criteria.flatMap((criterion, at) => {
    const typed = draft.criteria[at];
    return typed ? checkCriterion(criterion, content).map((no) => line(no, typed.key, named(typed))) : [];
  });
  const grounds = content.vetoGrounds.flatMap((ground, at) => {
    const typed = draft.grounds[at];
    return typed ? checkGround(ground).map((no) => line(no, typed.key, named(typed))) : [];
  });
  return [...whole, ...criteria, ...grounds];
}
