import type { Day, Instant } from '../domain/shared/instant';
import { shortHash } from '../ledger/chain';
import type { Ruling } from '../domain/rubric/rule-set';
import type { OutcomeReason } from '../domain/tally/tally-result';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';

/** What a letter may say. A void item gets none. */
export type LetterOutcome = 'admit' | 'reject' | Ruling;

/**
 * A letter as it is frozen: finished sentences in Chinese, so that no later change of a word changes what was said.
 * No name of a person and no count of votes is ever in it.
 */
export type LetterContent = {
  readonly layout: number;
  readonly number: string;
  readonly outcome: LetterOutcome;
  readonly cageNo: string | null;
  readonly roundNumber: string;
  readonly leadNumber: string;
  readonly leadTitle: string;
  readonly to: string;
  readonly opening: string;
  readonly sections: readonly { readonly heading: string; readonly text: string }[];
  readonly office: string;
  readonly date: string;
  readonly foot: string;
  readonly verify: string;
};

/** All that a letter is made of. Nothing here tells how anyone voted. */
export interface LetterFacts {
  readonly number: string;
  readonly outcome: LetterOutcome;
  readonly reasons: readonly OutcomeReason[];
  readonly cageNo: string | null;
  readonly roundNumber: string;
  readonly leadNumber: string;
  readonly leadTitle: string;
  readonly unitName: string;
  readonly reportedAt: Instant;
  /** Two decimals; null when incomplete. */
  readonly score: string | null;
  /** Null where scores only advise. */
  readonly passMark: number | null;
  readonly floor: number;
  /** Names of criteria that scored high, the best first. */
  readonly strengths: readonly string[];
  /** Criteria that scored low, with what a middling score would take. */
  readonly concerns: readonly { readonly name: string; readonly wanted: string }[];
  /** Unsigned comments that go out. */
  readonly comments: readonly string[];
  readonly rulingReason: string | null;
  readonly hostName: string | null;
  /** Admitted: until when the five ones have to stand, and the investment contract be signed. */
  readonly fiveOnesDue: Day;
  readonly signingDue: Day;
  /** Ruled: until when the meeting is held, the material handed in, or the deferral lapses. */
  readonly followUpDue: Day | null;
  readonly announcedAt: Instant;
  readonly rubricName: string;
  readonly rubricVersion: number;
  readonly rulesCode: string;
  /** Hash of the ledger's head at closing. */
  readonly headHash: string;
}

const layout = 1;

/** Writes the letter. `words` are the Chinese ones: the letter is an official document of the city. */
export function letterContent(facts: LetterFacts, words: Words): LetterContent {
  const format = formatsFor(words);
  const { outcome, number, roundNumber, leadNumber, leadTitle, cageNo } = facts;
  const texts = [
    conclusion(facts, words),
    strengths(facts, words),
    concerns(facts, words),
    next(facts, words),
  ];
  return {
    layout,
    number,
    outcome,
    cageNo,
    roundNumber,
    leadNumber,
    leadTitle,
    to: words.t('letter.to', { unit: facts.unitName }),
    opening: words.t('letter.opening', {
      day: format.official(facts.reportedAt),
      title: leadTitle,
      lead: leadNumber,
      round: roundNumber,
    }),
    sections: texts.map((text, at) => ({ heading: words.t(`letter.heading.${at + 1}`), text })),
    office: words.t('letter.office'),
    date: format.official(facts.announcedAt),
    foot: words.t('letter.foot'),
    verify: words.t('letter.verify', {
      rules: facts.rulesCode,
      rubric: facts.rubricName,
      version: facts.rubricVersion,
      head: shortHash(facts.headHash),
    }),
  };
}

function conclusion(facts: LetterFacts, words: Words): string {
  const { outcome, cageNo, score, passMark, floor, reasons } = facts;
  const said = [
    words.t(`letter.conclusion.${outcome}`, { cageNo: cageNo ?? '' }),
    scoreWords(score, passMark, words),
    ...reasons.map((reason) => words.t(`letter.reason.${reason}`, { floor })),
  ];
  return said.join('');
}

function scoreWords(score: string | null, passMark: number | null, words: Words): string {
  if (score === null) return words.t('letter.noScore');
  return passMark === null
    ? words.t('letter.scoreAdvice', { score })
    : words.t('letter.score', { score, passMark });
}

function strengths({ strengths: names }: LetterFacts, words: Words): string {
  return names.length === 0
    ? words.t('letter.strengths.none')
    : words.t('letter.strengths', { names: formatsFor(words).list(names) });
}

function concerns(facts: LetterFacts, words: Words): string {
  const { concerns: low, comments, rulingReason } = facts;
  const said = [
    ...low.map(({ name, wanted }) => words.t('letter.concern', { name, wanted })),
    ...(rulingReason === null ? [] : [words.t('letter.ruling', { reason: ended(rulingReason) })]),
    ...(comments.length === 0
      ? []
      : [words.t('letter.comments', { comments: comments.map(ended).join('') })]),
  ];
  return said.length === 0 ? words.t('letter.concerns.none') : said.join('');
}

function next(facts: LetterFacts, words: Words): string {
  const format = formatsFor(words);
  const day = (when: Day | null): string => (when === null ? '' : format.official(when));
  const steps = words.t(`letter.next.${facts.outcome}`, {
    host: facts.hostName ?? words.t('letter.someHost'),
    fiveOnes: day(facts.fiveOnesDue),
    signing: day(facts.signingDue),
    due: day(facts.followUpDue),
  });
  return steps + words.t('letter.objection');
}

/** A remark as a sentence of its own among others. */
function ended(text: string): string {
  const line = text.trim().replace(/\s+/gu, ' ');
  return /[。！？!?.；;]$/u.test(line) ? line : `${line}。`;
}
