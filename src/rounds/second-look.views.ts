import { canBeCarried, proposedCriteria, type EarlierResult } from '../domain/round/second-look';
import { Fraction } from '../domain/shared/fraction';
import type { RubricContent } from '../domain/rubric/rubric-content';
import type { Words } from '../words/words';

/** The choice beside a lead that a round has judged before. The model of `rounds/_second-look`. */
export interface LookChoice {
  readonly leadId: string;
  readonly label: string;
  readonly note: string;
  readonly checked: boolean;
  readonly legend: string;
  readonly criteria: readonly {
    readonly code: string;
    readonly label: string;
    readonly checked: boolean;
    /** Asked in any case, for want of marks to carry over. */
    readonly fixed: boolean;
  }[];
}

/** What was ticked when the form came back; nothing was when it is first shown. */
export interface LookTyped {
  /** Ids of the leads of which only some criteria are to be asked. */
  readonly leads: readonly string[];
  readonly asked: Readonly<Record<string, readonly string[]>>;
}

/** Disputed criteria are proposed, and those without a mark cannot be left out. */
export function lookChoice(
  earlier: EarlierResult,
  rubric: Pick<RubricContent, 'criteria'>,
  typed: LookTyped | null,
  words: Words,
): LookChoice {
  const { leadId, roundNumber: round, record, revised } = earlier;
  const proposed = proposedCriteria(record, earlier.limits);
  const asked = typed?.asked[leadId] ?? (typed === null ? [...proposed.keys()] : []);
  const nameOf = new Map(rubric.criteria.map(({ code, name }) => [code, words.of(name)]));
  return {
    leadId,
    label: words.t('secondLook.choose'),
    note: words.t(revised ? 'secondLook.note.revised' : 'secondLook.note', { round }),
    checked: typed?.leads.includes(leadId) ?? false,
    legend: words.t('secondLook.legend'),
    criteria: record.criteria.map((criterion) => {
      const { code, mean } = criterion;
      const fixed = !canBeCarried(criterion);
      const state = fixed ? 'unmarked' : (proposed.get(code) ?? 'plain');
      return {
        code,
        label: words.t('secondLook.criterion', {
          name: nameOf.get(code) ?? code,
          state,
          mean: mean === null ? 'none' : Fraction.parse(mean).toDecimal(2),
        }),
        checked: fixed || asked.includes(code),
        fixed,
      };
    }),
  };
}
