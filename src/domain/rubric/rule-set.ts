import { canonical } from '../shared/canonical';
import { refuse, type Refusal } from '../shared/refusal';
import type { Bilingual } from '../shared/sentence';
import type { PanelKind, SeatFunction } from './panel-kind';

/** A share as two whole numbers: 2/3 is `{ num: 2, den: 3 }`, and "at least 2/3" is decided as 3 × part ≥ 2 × whole. */
export type Share = { readonly num: number; readonly den: number };

/** What a chair may choose for an item that is neither admitted nor rejected. */
export const RULINGS = ['consult', 'resubmit', 'defer'] as const;
export type Ruling = (typeof RULINGS)[number];

/** Who decides what, and by which figures. All of it is data with a version; a round keeps the version it opened with. */
export type RuleSet = {
  readonly code: string;
  readonly name: Bilingual;
  readonly round: { readonly fewestLeads: number; readonly mostLeads: number };
  readonly quorum: {
    /** Ballots cast, of those eligible (the roll less the recused). */
    readonly share: Share;
    /** Fewest ballots of each kind. */
    readonly perKind: Readonly<Record<PanelKind, number>>;
    /** Where an eligible seat on the roll speaks for one of these, such a seat has to cast. */
    readonly mandatoryFunctions: readonly SeatFunction[];
  };
  readonly score: {
    /** From `from` scores on, this many of the lowest and the highest are dropped before the mean. */
    readonly trim: { readonly from: number; readonly lowest: number; readonly highest: number };
    /** Total from which an item may be admitted. */
    readonly passMark: number;
    /** Total below which it is rejected. */
    readonly floor: number;
  };
  readonly vote: {
    /** Agreeing ballots of all ballots cast, abstentions in the base, needed to admit. */
    readonly agreeShare: Share;
    /** Below this share the item is rejected. */
    readonly agreeFloor: Share;
  };
  readonly veto: {
    /** What the chair may choose while a veto is neither confirmed nor dismissed. */
    readonly unresolved: readonly Ruling[];
  };
  readonly borderline: {
    readonly choices: readonly Ruling[];
    readonly consultWorkdays: number;
    readonly resubmitWorkdays: number;
    readonly mostResubmissions: number;
    readonly deferMonths: number;
  };
  /** A condition of admission that is missed turns amber at once; after this many days the item returns to the panel. */
  readonly condition: { readonly backToPanelAfterDays: number };
  readonly extension: { readonly most: number; readonly workdays: number };
  /** A score this far or farther from its criterion's mean is listed for the chair; it changes nothing. */
  readonly outlier: { readonly distance: number };
  /** This many abstentions in a row are shown to the secretariat. */
  readonly abstention: { readonly flagAfter: number };
  /** Service promises, in workdays. */
  readonly terms: {
    readonly answer: number;
    readonly intake: number;
    readonly intakeLarge: number;
    readonly roundOpen: number;
    readonly letter: number;
  };
};

/** Everything wrong with a rule set; empty when it can be published. */
export function checkRuleSet(rules: RuleSet): readonly Refusal[] {
  const { score, vote, quorum, extension, borderline } = rules;
  const counts = [
    ...Object.values(quorum.perKind),
    ...Object.values(score.trim),
    ...Object.values(rules.terms),
    ...Object.values(extension),
    borderline.consultWorkdays,
    borderline.resubmitWorkdays,
    borderline.mostResubmissions,
    borderline.deferMonths,
    score.passMark,
    score.floor,
  ];
  const checks: readonly (readonly [boolean, string])[] = [
    [counts.every((count) => Number.isSafeInteger(count) && count >= 0), 'ruleNotWhole'],
    [[quorum.share, vote.agreeShare, vote.agreeFloor].every(isShare), 'shareUnusable'],
    [score.floor <= score.passMark && score.passMark <= 100, 'marksCrossed'],
    [vote.agreeFloor.num * vote.agreeShare.den <= vote.agreeShare.num * vote.agreeFloor.den, 'sharesCrossed'],
    [score.trim.from > score.trim.lowest + score.trim.highest, 'trimLeavesNothing'],
    [borderline.choices.length > 0 && rules.veto.unresolved.length > 0, 'noRulingLeft'],
    [rules.round.fewestLeads >= 1 && rules.round.fewestLeads <= rules.round.mostLeads, 'leadCountsCrossed'],
  ];
  return checks.filter(([kept]) => !kept).map(([, because]) => refuse(because));
}

/** Whether `part` is at least `share` of `whole`, in whole numbers: meeting it exactly counts. */
export function meets(share: Share, part: number, whole: number): boolean {
  return share.den * part >= share.num * whole;
}

/** The fewest that meet the share: 2/3 of 10 are 7. */
export function fewest(share: Share, whole: number): number {
  const parts = share.num * whole;
  const over = parts % share.den;
  return (parts - over) / share.den + (over > 0 ? 1 : 0);
}

/** The text whose digest names this version. */
export function ruleSetSeal(rules: RuleSet): string {
  return canonical(rules);
}

function isShare({ num, den }: Share): boolean {
  return (
    Number.isSafeInteger(num) && Number.isSafeInteger(den) && num >= 0 && den > 0 && num <= den && den <= 1000
  );
}
