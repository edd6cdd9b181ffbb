import type { Day, Instant } from '../domain/shared/instant';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import {
  conditionsText,
  materialsText,
  type LetterCondition,
  type LetterContent,
  type LetterOutcome,
} from './letter-content';
import type { DecisionCause } from './decision.entity';

/** What a letter about a decision is made of; no name and no count of opinions is in it. */
export interface DecisionLetterFacts {
  readonly number: string;
  readonly cause: DecisionCause;
  readonly documentNumber: string | null;
  readonly outcome: LetterOutcome;
  /** What the round had announced. */
  readonly before: string;
  readonly reason: string;
  readonly cageNo: string | null;
  readonly roundNumber: string;
  readonly leadNumber: string;
  readonly leadTitle: string;
  readonly unitName: string;
  readonly reportedAt: Instant;
  readonly hostName: string | null;
  readonly fiveOnesDue: Day;
  readonly signingDue: Day;
  readonly followUpDue: Day | null;
  readonly materials: readonly string[];
  readonly conditions: readonly LetterCondition[];
  readonly at: Instant;
  readonly rulesCode: string;
}

/** Writes the letter about what was decided after an announcement, by consultation or by the leading group. */
export function decisionLetter(facts: DecisionLetterFacts, words: Words): LetterContent {
  const format = formatsFor(words);
  const day = (when: Day | null): string => (when === null ? '' : format.official(when));
  const { outcome, cause, documentNumber, cageNo, materials, conditions } = facts;
  const texts = [
    words.t(`letter.decision.${cause}`, {
      before: facts.before,
      conclusion: words.t(`letter.conclusion.${outcome}`, { cageNo: cageNo ?? '' }),
      document: documentNumber ?? '',
    }),
    /[。！？!?.；;]$/u.test(facts.reason) ? facts.reason : `${facts.reason}。`,
    [
      materialsText(outcome, materials, words),
      conditionsText(outcome, conditions, words),
      words.t(`letter.next.${outcome}`, {
        host: facts.hostName ?? words.t('letter.someHost'),
        fiveOnes: day(facts.fiveOnesDue),
        signing: day(facts.signingDue),
        due: day(facts.followUpDue),
      }),
      words.t('letter.objection'),
    ].join(''),
  ];
  return {
    layout: 1,
    number: facts.number,
    outcome,
    cageNo,
    roundNumber: facts.roundNumber,
    leadNumber: facts.leadNumber,
    leadTitle: facts.leadTitle,
    to: words.t('letter.to', { unit: facts.unitName }),
    opening: words.t('letter.decision.opening', {
      day: format.official(facts.reportedAt),
      title: facts.leadTitle,
      lead: facts.leadNumber,
      round: facts.roundNumber,
    }),
    sections: texts.map((text, at) => ({ heading: words.t(`letter.decision.heading.${at + 1}`), text })),
    office: words.t('letter.office'),
    date: format.official(facts.at),
    foot: words.t('letter.foot'),
    verify: words.t('letter.decision.verify', { rules: facts.rulesCode, round: facts.roundNumber }),
  };
}
