import type { Criterion, VetoGround } from '../domain/rubric/rubric-content';
import { act, type Act } from '../http/views/acts';
import { formulasWords } from '../words/formulas';
import type { Words } from '../words/words';
import type { FaultLine } from './draft-faults.views';
import { confirmerWords, kindWords } from './rubric-words';

/** The form of the overview; its buttons may stand anywhere on the page. */
export const DRAFT_FORM = 'draft-form';

/** A criterion or ground in the lists of the overview. */
export interface PartRow {
  readonly key: string;
  readonly place: string;
  readonly name: string;
  readonly code: string;
  readonly href: string;
  readonly faults: string;
  readonly lines: readonly string[];
  readonly up: Act;
  readonly down: Act;
}

/** The draft that a row stands in. */
export interface RowContext {
  readonly base: string;
  readonly faults: readonly FaultLine[];
  readonly words: Words;
}

export function partRow(
  typed: { readonly key: string; readonly nameZh: string; readonly nameEn: string; readonly code: string },
  at: number,
  count: number,
  lines: readonly string[],
  { base, faults, words }: RowContext,
): PartRow {
  const name = (words.locale === 'en' ? typed.nameEn : typed.nameZh).trim() || typed.nameZh.trim();
  const wrong = faults.filter(({ key }) => key === typed.key).length;
  const shown = name || words.t('rubrics.part.unnamed');
  const moving = (direction: 'up' | 'down', isEnd: boolean): Act =>
    act({
      id: `${direction}-${typed.key}`,
      form: DRAFT_FORM,
      name: 'intent',
      value: `${direction}:${typed.key}`,
      size: 'small',
      tone: 'quiet',
      label: words.t(`rubrics.move.${direction}`),
      disabledBecause: isEnd ? words.t(`rubrics.move.${direction}.end`) : null,
    });
  return {
    key: typed.key,
    place: String(at + 1),
    name: shown,
    code: typed.code,
    href: partHref(base, typed.key),
    faults: wrong === 0 ? '' : words.t('rubrics.part.faults', { n: wrong }),
    lines,
    up: moving('up', at === 0),
    down: moving('down', at === count - 1),
  };
}

/** Who scores it, and by which formula. */
export function criterionLines(criterion: Criterion, words: Words): string[] {
  const { kinds } = criterion;
  const formulas = formulasWords(criterion, words);
  return [
    kinds.length === 0 ? words.t('rubrics.kinds.none') : kindWords(kinds, words),
    ...(formulas === '' ? [] : [formulas]),
  ];
}

/** Who raises and who confirms it. */
export function groundLines({ raisedBy, confirmedBy }: VetoGround, words: Words): string[] {
  const raisers = raisedBy.length === 0 ? words.t('rubrics.kinds.none') : kindWords(raisedBy, words);
  return [
    words.t('rubrics.ground.line', {
      raisers,
      confirmer: confirmerWords(confirmedBy, words) || words.t('rubrics.kinds.none'),
    }),
  ];
}

/** The page of a part; its key says which list it is of. */
export function partHref(base: string, key: string): string {
  return `${base}/${key.startsWith('c') ? 'criteria' : 'grounds'}/${key}`;
}
