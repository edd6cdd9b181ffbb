import { sentence, type Sentence } from '../shared/sentence';
import { PANEL_KINDS } from './panel-kind';
import type { Ruling, RuleSet } from './rule-set';

/** The chapters of a rule set, in the order in which a round meets them. */
export const RULE_CHAPTERS = [
  'round',
  'quorum',
  'score',
  'vote',
  'veto',
  'chair',
  'after',
  'record',
] as const;
export type RuleChapter = (typeof RULE_CHAPTERS)[number];

/**
 * A rule set in plain language, chapter by chapter, ready for a catalogue and for print. Lists of codes are comma
 * separated and get their words from the view. A rule that a city leaves out is left out of the reading.
 */
export function ruleChapters(rules: RuleSet): readonly {
  readonly chapter: RuleChapter;
  readonly sentences: readonly Sentence[];
}[] {
  const write: Readonly<Record<RuleChapter, (of: RuleSet) => readonly Sentence[]>> = {
    round: roundRules,
    quorum: quorumRules,
    score: scoreRules,
    vote: voteRules,
    veto: vetoRules,
    chair: ({ borderline }) => borderline.choices.map((ruling) => rulingSentence(ruling, borderline)),
    after: rulesAfterwards,
    record: () => [sentence('rules.secrecy'), sentence('rules.change')],
  };
  return RULE_CHAPTERS.map((chapter) => ({ chapter, sentences: write[chapter](rules) }));
}

/** All sentences of a rule set, without its chapters. */
export function ruleSentences(rules: RuleSet): readonly Sentence[] {
  return ruleChapters(rules).flatMap(({ sentences }) => sentences);
}

function roundRules({ round, terms, reminders, extension, closing }: RuleSet): readonly Sentence[] {
  const { hoursBefore, dayFrom, dayTo } = reminders;
  const hours = [...hoursBefore].sort((a, b) => b - a).join(',');
  return [
    sentence('rules.roundSize', round),
    sentence('rules.terms', {
      answer: terms.answer,
      intake: terms.intake,
      large: terms.intakeLarge,
      open: terms.roundOpen,
    }),
    hours === ''
      ? sentence('rules.remindersNone')
      : sentence('rules.reminders', { hours, from: dayFrom, to: dayTo }),
    sentence(closing.byClock ? 'rules.closingByClock' : 'rules.closingByPerson'),
    extension.most === 0 ? sentence('rules.extensionNone') : sentence('rules.extension', extension),
  ];
}

function quorumRules({ quorum }: RuleSet): readonly Sentence[] {
  const { share, perKind, mandatoryFunctions } = quorum;
  return [
    sentence('rules.eligible'),
    sentence('rules.quorumShare', share),
    ...PANEL_KINDS.filter((kind) => perKind[kind] > 0).map((kind) =>
      sentence('rules.quorumKind', { kind, count: perKind[kind] }),
    ),
    ...(mandatoryFunctions.length === 0
      ? []
      : [sentence('rules.mandatory', { functions: mandatoryFunctions.join(',') })]),
  ];
}

function scoreRules({ score, decides, outlier }: RuleSet): readonly Sentence[] {
  const { trim, passMark, floor } = score;
  const drops = trim.lowest + trim.highest > 0;
  return [
    ...(drops ? [sentence('rules.trim', trim), sentence('rules.plainMean', { from: trim.from })] : []),
    ...(drops ? [] : [sentence('rules.meanOnly')]),
    sentence('rules.total'),
    ...(decides === 'advice'
      ? [sentence('rules.advice')]
      : [sentence('rules.passMark', { mark: passMark }), sentence('rules.floor', { mark: floor })]),
    sentence('rules.outlier', { distance: outlier.distance }),
  ];
}

function voteRules({ vote, abstention }: RuleSet): readonly Sentence[] {
  return [
    sentence('rules.agreeShare', vote.agreeShare),
    sentence('rules.agreeFloor', vote.agreeFloor),
    abstention.flagAfter === 0
      ? sentence('rules.abstentionPlain')
      : sentence('rules.abstention', { flagAfter: abstention.flagAfter }),
  ];
}

function vetoRules({ veto }: RuleSet): readonly Sentence[] {
  const rulings = veto.unresolved.join(',');
  return [
    veto.confirmed === 'reject'
      ? sentence('rules.vetoConfirmed')
      : sentence('rules.vetoToChair', { rulings }),
    sentence('rules.vetoUnresolved', { rulings }),
  ];
}

function rulingSentence(ruling: Ruling, borderline: RuleSet['borderline']): Sentence {
  const { consultWorkdays, resubmitWorkdays, mostResubmissions, deferMonths } = borderline;
  if (ruling === 'consult') return sentence('rules.consult', { workdays: consultWorkdays });
  if (ruling === 'defer') return sentence('rules.defer', { months: deferMonths });
  return sentence('rules.resubmit', { workdays: resubmitWorkdays, most: mostResubmissions });
}

function rulesAfterwards({ condition, secondLook, terms }: RuleSet): readonly Sentence[] {
  return [
    sentence('rules.letter', { workdays: terms.letter }),
    condition.allowed
      ? sentence('rules.condition', { days: condition.backToPanelAfterDays })
      : sentence('rules.conditionNone'),
    sentence(secondLook.allowed ? 'rules.secondLook' : 'rules.secondLookNone'),
    sentence('rules.override'),
  ];
}
