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

/** A condition as a letter names it: what, who answers for it (a unit, never a person), until when. */
export interface LetterCondition {
  readonly wanted: string;
  readonly unit: string;
  readonly dueOn: Day;
}

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
  /** Decided by the leading group instead: its document and reason, and what the computation came to. */
  readonly override: {
    readonly documentNumber: string;
    readonly reason: string;
    readonly computed: 'admit' | 'reject' | 'borderline' | 'void';
  } | null;
  /** What the lead is sent back for. */
  readonly materials: readonly string[];
  /** On what the admission depends. */
  readonly conditions: readonly LetterCondition[];
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
  const { outcome, cageNo, score, passMark, floor, reasons, override } = facts;
  const said = [
    words.t(`letter.conclusion.${outcome}`, { cageNo: cageNo ?? '' }),
    ...(override === null
      ? []
      : [
          words.t('letter.override', {
            document: override.documentNumber,
            computed: words.t(`results.computed.${override.computed}`),
          }),
        ]),
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
  const { concerns: low, comments, override } = facts;
  const rulingReason = override?.reason ?? facts.rulingReason;
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
  const { outcome, materials, conditions } = facts;
  const before = materialsText(outcome, materials, words) + conditionsText(outcome, conditions, words);
  return before + steps + words.t('letter.objection');
}

/** `请补充：（1）…；（2）…。`; '' where the lead is not sent back. */
export function materialsText(outcome: LetterOutcome, materials: readonly string[], words: Words): string {
  if (outcome !== 'resubmit' || materials.length === 0) return '';
  return words.t('letter.materials', { list: numbered(materials, words) });
}

/** `本次入笼附条件：（1）…（…负责，…前）。`; '' for every other outcome. */
export function conditionsText(
  outcome: LetterOutcome,
  conditions: readonly LetterCondition[],
  words: Words,
): string {
  if (outcome !== 'admit' || conditions.length === 0) return '';
  const format = formatsFor(words);
  const lines = conditions.map(({ wanted, unit, dueOn }) =>
    words.t('letter.condition', { wanted, unit, due: format.official(dueOn) }),
  );
  return words.t('letter.conditions', { list: numbered(lines, words) });
}

function numbered(lines: readonly string[], words: Words): string {
  return lines
    .map((text, at) =>
      words.t('letter.numbered', { n: at + 1, text: text.trim().replace(/[。；;.\s]+$/u, '') }),
    )
    .join(words.t('letter.numbered.gap'));
}

/** A remark as a sentence of its own among others. */
function ended(text: string): string {
  const line = text.trim().replace(/\s+/gu, ' ');
  return /[。！？!?.；;]$/u.test(line) ? line : `${line}。`;
}
