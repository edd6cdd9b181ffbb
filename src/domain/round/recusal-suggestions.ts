import { INTEREST_GROUNDS, type Interest, type InterestGround } from './interests';

/** A unit by what could tie it to an investor. Names are normalised as those of leads are; '' for nothing known. */
export interface UnitTies {
  readonly id: string;
  readonly name: string;
  readonly uscc: string | null;
  readonly parent: string;
  /** Class of GB/T 4754, `C3670`; null for units that are in no business. */
  readonly industryCode: string | null;
}

/** Somebody who holds a seat or stands in for its holder. */
export interface SeatPerson {
  readonly seatId: string;
  readonly personId: string;
  readonly account: string;
  readonly name: string;
  readonly email: string;
  readonly mobile: string | null;
  /** The person's own unit and the seat's, which are mostly one. */
  readonly units: readonly UnitTies[];
}

/** A lead by whom and what it is tied to. Names are normalised. */
export interface LeadTies {
  readonly itemId: string;
  readonly scoutId: string;
  readonly scoutUnitId: string;
  readonly coScoutAccounts: readonly string[];
  readonly referrer: { readonly name: string | null; readonly contact: string | null };
  readonly investor: string;
  readonly parent: string;
  readonly uscc: string | null;
  readonly industryCode: string | null;
  /** Who was found to have an interest in this lead in an earlier round. */
  readonly earlier: ReadonlySet<string>;
}

/**
 * Every person of the panel with an interest in a lead, with each ground (compliance: recusal, separation,
 * competitor experts). In the order of the items, then of the people.
 */
export function suggestRecusals(people: readonly SeatPerson[], leads: readonly LeadTies[]): Interest[] {
  return leads.flatMap((lead) =>
    people.flatMap((person): Interest[] => {
      const grounds = INTEREST_GROUNDS.filter((ground) => ties[ground]?.(person, lead) === true);
      const { seatId, personId } = person;
      return grounds.length === 0 ? [] : [{ itemId: lead.itemId, seatId, personId, grounds }];
    }),
  );
}

type Tie = (person: SeatPerson, lead: LeadTies) => boolean;

/** What a person tells is found nowhere else, so those two grounds have no rule here. */
const ties: Readonly<Partial<Record<InterestGround, Tie>>> = {
  scout: ({ personId }, { scoutId }) => personId === scoutId,
  coScout: ({ account }, { coScoutAccounts }) => coScoutAccounts.includes(account),
  referrer: (person, { referrer }) =>
    same(person.name, referrer.name) ||
    same(person.mobile, referrer.contact) ||
    same(person.email, referrer.contact),
  employer: ({ units }, { uscc, investor }) =>
    units.some((unit) => same(unit.uscc, uscc) || same(unit.name, investor)),
  group: ({ units }, { investor, parent }) =>
    units.some((unit) => same(unit.parent, parent) || same(unit.parent, investor) || same(unit.name, parent)),
  earlier: ({ personId }, { earlier }) => earlier.has(personId),
  sameIndustry: ({ units }, { industryCode }) => units.some((unit) => same(unit.industryCode, industryCode)),
  scoutUnit: ({ units }, { scoutUnitId }) => units.some(({ id }) => id === scoutUnitId),
};

/** Two texts that say the same; nothing is never the same as nothing. Blanks, case and width do not tell apart. */
function same(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return false;
  const [a, b] = [plain(one), plain(other)];
  return a !== '' && a === b;
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '');
