import { canonical } from '../shared/canonical';
import type { Bilingual } from '../shared/sentence';
import type { PanelKind, SeatFunction } from './panel-kind';

/** A share as two whole numbers: 2/3 is `{ num: 2, den: 3 }`, and "at least 2/3" is decided as 3 × part ≥ 2 × whole. */
export type Share = { readonly num: number; readonly den: number };

/** What a chair may choose for an item that is neither admitted nor rejected. */
export const RULINGS = ['consult', 'resubmit', 'defer'] as const;
export type Ruling = (typeof RULINGS)[number];

/** Whether the total decides together with the votes, or is only shown beside them. */
export const DECIDES = ['scores', 'advice'] as const;
/** What a confirmed veto does to an item. */
export const CONFIRMED_VETOES = ['reject', 'borderline'] as const;

/** Who decides what, and by which figures. All of it is data with a version; a round keeps the version it opened with. */
export type RuleSet = {
  readonly code: string;
  readonly name: Bilingual;
  /**
   * `scores`: pass mark and floor bind, and a missing score leaves an item to the chair. `advice`: votes and vetoes
   * decide alone; the total, also a missing one, is shown and changes nothing.
   */
  readonly decides: (typeof DECIDES)[number];
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
    /** `reject` ends the item. `borderline` keeps it from admission and leaves it to the chair. */
    readonly confirmed: (typeof CONFIRMED_VETOES)[number];
    /** What the chair may choose where a veto stands in the way: not resolved, or confirmed without rejecting. */
    readonly unresolved: readonly Ruling[];
  };
  readonly borderline: {
    readonly choices: readonly Ruling[];
    readonly consultWorkdays: number;
    readonly resubmitWorkdays: number;
    readonly mostResubmissions: number;
    readonly deferMonths: number;
  };
  /**
   * Whether an item may be admitted on conditions. One that is missed turns amber at once; after this many days the
   * item returns to the panel.
   */
  readonly condition: { readonly allowed: boolean; readonly backToPanelAfterDays: number };
  readonly extension: { readonly most: number; readonly workdays: number };
  readonly closing: {
    /**
     * True: at the deadline the round is counted by itself where every item has its quorum and no veto awaits
     * confirmation. False: the deadline only ends the voting, and a person has it counted.
     */
    readonly byClock: boolean;
  };
  /** Hours before the deadline, at which whoever has not cast is reminded; only between these times of a Beijing day. */
  readonly reminders: {
    readonly hoursBefore: readonly number[];
    /** `HH:mm`, both included. */
    readonly dayFrom: string;
    readonly dayTo: string;
  };
  /** Whether disputed criteria alone may be put to the vote a second time. */
  readonly secondLook: { readonly allowed: boolean };
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

/** The text whose digest names this version. `readRuleSet` reads it back. */
export function ruleSetSeal(rules: RuleSet): string {
  return canonical(rules);
}
