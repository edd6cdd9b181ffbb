import { sentence, type Sentence } from '../shared/sentence';
import { PANEL_KINDS } from './panel-kind';
import type { RuleSet } from './rule-set';

/**
 * A rule set in plain language, rule by rule in the order they are applied, ready for a catalogue and for print.
 * Lists of codes are comma separated and get their words from the view.
 */
export function ruleSentences(rules: RuleSet): readonly Sentence[] {
  const { quorum, score, vote, borderline, extension, terms } = rules;
  return [
    sentence('rules.eligible'),
    sentence('rules.quorumShare', { ...quorum.share }),
    ...PANEL_KINDS.filter((kind) => quorum.perKind[kind] > 0).map((kind) =>
      sentence('rules.quorumKind', { kind, count: quorum.perKind[kind] }),
    ),
    ...(quorum.mandatoryFunctions.length === 0
      ? []
      : [sentence('rules.mandatory', { functions: quorum.mandatoryFunctions.join(',') })]),
    sentence('rules.trim', { ...score.trim }),
    sentence('rules.plainMean', { from: score.trim.from }),
    sentence('rules.total'),
    sentence('rules.passMark', { mark: score.passMark }),
    sentence('rules.floor', { mark: score.floor }),
    sentence('rules.agreeShare', { ...vote.agreeShare }),
    sentence('rules.abstention', { flagAfter: rules.abstention.flagAfter }),
    sentence('rules.agreeFloor', { ...vote.agreeFloor }),
    sentence('rules.vetoConfirmed'),
    sentence('rules.vetoUnresolved', { rulings: rules.veto.unresolved.join(',') }),
    ...borderline.choices.map((ruling) => rulingSentence(ruling, rules)),
    sentence('rules.condition', { days: rules.condition.backToPanelAfterDays }),
    sentence('rules.override'),
    sentence('rules.outlier', { distance: rules.outlier.distance }),
    sentence('rules.secrecy'),
    sentence('rules.change'),
    sentence('rules.extension', { ...extension }),
    sentence('rules.letter', { workdays: terms.letter }),
  ];
}

function rulingSentence(ruling: RuleSet['borderline']['choices'][number], { borderline }: RuleSet): Sentence {
  if (ruling === 'consult') return sentence('rules.consult', { workdays: borderline.consultWorkdays });
  if (ruling === 'defer') return sentence('rules.defer', { months: borderline.deferMonths });
  return sentence('rules.resubmit', {
    workdays: borderline.resubmitWorkdays,
    most: borderline.mostResubmissions,
  });
}
