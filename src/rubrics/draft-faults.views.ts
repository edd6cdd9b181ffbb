import { checkCriterion, checkFrame, checkGround } from '../domain/rubric/check-rubric';
import type { RubricContent } from '../domain/rubric/rubric-content';
import type { DraftCriterion, DraftGround, RubricDraft } from '../domain/rubric/rubric-draft';
import type { Refusal } from '../domain/shared/refusal';
import type { Words } from '../words/words';

/** The control that a fault is about; the page of a part shows it there. */
const CONTROLS: Readonly<Record<string, string>> = {
  criterionCodeUnusable: 'code',
  criterionRepeated: 'code',
  criterionTextTooLong: 'nameZh',
  weightNotWhole: 'weight',
  criterionWithoutKind: 'kinds',
  formulaInputUnknown: 'input',
  formulaFigureUnreadable: 'scoring',
  formulaWithoutSteps: 'scoring',
  formulaTurned: 'better',
  formulaVariantAlone: 'when',
  formulaConditionUnknown: 'when',
  formulaTooMany: 'when',
  groundCodeUnusable: 'code',
  vetoGroundRepeated: 'code',
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
  const whole = checkFrame(content).map(({ because, details }) => ({
    text: words.t(`refusal.${because}`, details),
    key: null,
    control: '',
  }));
  const ofPart = (typed: Typed | undefined, found: readonly Refusal[]): FaultLine[] =>
    typed === undefined ? [] : found.map((refusal) => partLine(refusal, typed, words));
  return [
    ...whole,
    ...content.criteria.flatMap((part, at) => ofPart(draft.criteria[at], checkCriterion(part, content))),
    ...content.vetoGrounds.flatMap((part, at) => ofPart(draft.grounds[at], checkGround(part))),
  ];
}

type Typed = DraftCriterion | DraftGround;

function partLine({ because, details }: Refusal, typed: Typed, words: Words): FaultLine {
  const name = typed.nameZh.trim() || typed.code.trim() || words.t('rubrics.part.unnamed');
  return {
    text: words.t(`refusal.${because}`, { ...details, criterion: name, ground: name }),
    key: typed.key,
    control: because.endsWith('Missing') ? firstOpen(because, typed) : (CONTROLS[because] ?? ''),
  };
}

/** The first text that was left open, of those the refusal is about. */
function firstOpen(because: string, typed: Typed): string {
  const about =
    because === 'anchorMissing' ? /^anchor/ : because === 'groundTextMissing' ? /^(name|basis)/ : /^name/;
  const open = Object.entries(typed).find(
    ([control, text]) => about.test(control) && typeof text === 'string' && text.trim() === '',
  );
  return open?.[0] ?? '';
}
