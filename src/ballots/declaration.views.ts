import type { LeadContent } from '../domain/lead/content';
import { industryName } from '../reference/industries';
import type { Words } from '../words/words';
import type { RoomItem } from './ballot-room';

/** The model of `ballots/_question`: whether there is an interest, with who invests and no more of the lead. */
export interface DeclarationQuestion {
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly error: string;
  /** Where the answer goes, with all that is typed below; '' once no answer is taken any more. */
  readonly action: string;
  /** Why no answer is taken; '' while one is. */
  readonly over: string;
}

/** Where an answer to the question goes; what was typed on the page goes with it and is kept as a draft. */
export const declarationPath = ({ id }: Pick<RoomItem, 'id'>): string => `/ballot/items/${id}/declaration`;

/**
 * Whether the item shows the question in place of the lead: until this person has answered it. Whoever takes a seat
 * over answers for themselves, whatever was declared, written or cast for the seat before.
 */
export function isAsked({ isDeclared }: Pick<RoomItem, 'isDeclared'>): boolean {
  return !isDeclared;
}

/** The question with no more of the lead than is needed to answer it: who invests, and who is behind them. */
export function declarationQuestion(
  given: {
    readonly item: RoomItem;
    readonly content: LeadContent;
    readonly isUnanswered: boolean;
    readonly over: string | null;
  },
  words: Words,
): DeclarationQuestion {
  const { item, content, isUnanswered, over } = given;
  const facts: [key: string, value: string | null][] = [
    ['investor', content.investorName],
    ['parent', content.groupParent],
    ['industry', content.industryCode && named(content.industryCode)],
  ];
  return {
    facts: facts.flatMap(([key, value]) =>
      value === null ? [] : [{ label: words.t(`ballots.fact.${key}`), value }],
    ),
    error: isUnanswered ? words.t('ballots.declaration.unanswered') : '',
    action: over === null ? declarationPath(item) : '',
    over: over ?? '',
  };
}

/** `C3670 汽车零部件及配件制造`; the code alone where the classification does not have it. */
const named = (code: string): string => `${code} ${industryName(code) ?? ''}`.trim();
