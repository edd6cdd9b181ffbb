import type { UseLine } from '../domain/elements/batch-use';
import { grouped } from '../domain/lead/decimals';
import type { Fraction } from '../domain/shared/fraction';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { Room } from './round-room.queries';

/** The model of `rounds/_elements`. */
export interface BatchElementsModel {
  readonly sentence: string;
  readonly isShort: boolean;
  readonly notes: readonly string[];
  /** What runs out, or of which the host has not said how much there is. */
  readonly short: readonly BatchElement[];
  /** What is enough, behind the sentence `restTitle`. */
  readonly rest: readonly BatchElement[];
  readonly restTitle: string;
}

interface BatchElement {
  readonly id: string;
  readonly host: string;
  readonly href: string;
  readonly element: string;
  readonly before: string;
  readonly used: string;
  readonly after: string;
  readonly runsOut: string;
  readonly isShort: boolean;
}

/** What the batch would use together, and which element runs out first; null where it is of no use any more. */
export function batchElements(room: Room, words: Words): BatchElementsModel | null {
  const { elements } = room;
  if (elements === null || elements.use.lines.length === 0) return null;
  const { use, hostNames, homeless } = elements;
  const name = (line: UseLine): string => hostNames.get(line.hostId) ?? '';
  const unsaid = use.lines.filter(({ before }) => before === null);
  const rowOf = (line: UseLine): BatchElement => ({
    id: `${line.hostId}-${line.element}`,
    host: name(line),
    href: `/hosts/${line.hostId}/elements#element-${line.element}`,
    element: elementOf(line, words),
    before: line.before === null ? words.t('hostProfile.unsaid') : amount(line.before, line, words),
    used: amount(line.used, line, words),
    after: line.after === null ? '—' : amount(line.after, line, words),
    runsOut: line.runsOut ? words.t('elements.batch.at', { position: line.runsOut.position }) : '',
    isShort: line.runsOut !== null,
  });
  const enough = (line: UseLine): boolean => line.before !== null && line.runsOut === null;
  const rest = use.lines.filter(enough).map(rowOf);
  return {
    sentence: sentenceOf(room, use.first, name, words),
    isShort: use.first !== null,
    notes: [
      ...(unsaid.length === 0
        ? []
        : [
            words.t('elements.batch.unsaid', {
              list: formatsFor(words).list(
                unsaid.map((line) =>
                  words.t('hostProfile.partOf', { of: name(line), part: elementOf(line, words) }),
                ),
              ),
            }),
          ]),
      ...(homeless.length === 0 ? [] : [words.t('elements.batch.homeless', { n: homeless.length })]),
    ],
    short: use.lines.filter((line) => !enough(line)).map(rowOf),
    rest,
    restTitle: words.t('elements.batch.rest', { n: rest.length }),
  };
}

function sentenceOf(
  { items }: Room,
  first: UseLine | null,
  name: (line: UseLine) => string,
  words: Words,
): string {
  if (first?.runsOut == null || first.before === null) return words.t('elements.batch.enough');
  const { position, leadId, missing } = first.runsOut;
  const lead = items.find(({ item }) => item.leadId === leadId)?.lead;
  return words.t('elements.batch.first', {
    host: name(first),
    element: elementOf(first, words),
    position,
    title: lead?.title ?? '',
    before: amount(first.before, first, words),
    used: amount(first.used, first, words),
    missing: amount(missing, first, words),
  });
}

const elementOf = ({ element }: UseLine, words: Words): string => words.t(`elements.name.${element}`);

const amount = (value: Fraction, { element }: UseLine, words: Words): string =>
  words.t('hostBook.quantity', {
    n: grouped(value.toDecimal(2)).replace(/^-/, '−'),
    unit: words.t(`elements.unit.${element}`),
  });
