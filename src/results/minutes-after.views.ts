import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { ResultItem } from './results.queries';

/** What the minutes say beside a computed outcome: the leading group's decision with its document, and conditions. */
export function besideOutcome({ override, conditions }: ResultItem, words: Words): string[] {
  const format = formatsFor(words);
  const kept = conditions.filter(({ state }) => state !== 'dropped');
  const decided =
    override === null
      ? []
      : [
          words.t('after.override.line', {
            by: override.byLabel,
            at: format.dateTimeFull(override.at),
            document: override.documentNumber,
            computed: words.t(`results.computed.${override.computed}`),
            result: words.t(`results.outcome.${override.result}`),
            reason: override.reason,
          }),
        ];
  const list = kept.map(({ wanted, ownerLabel, dueOn }, at) =>
    words.t('letter.numbered', {
      n: at + 1,
      text: words.t('letter.condition', { wanted, unit: ownerLabel, due: format.official(dueOn) }),
    }),
  );
  return list.length === 0
    ? decided
    : [...decided, words.t('letter.conditions', { list: list.join(words.t('letter.numbered.gap')) })];
}
