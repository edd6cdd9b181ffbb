import type { VetoRead } from '../ballots/vetoes.queries';
import { tag, type Tag } from '../http/views/marks';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';

/** A veto beside the result of its item: on what ground, who raised it, what became of it. */
export interface ResultVeto {
  readonly id: string;
  readonly ground: string;
  readonly state: Tag;
  readonly raised: string;
  readonly facts: string;
  readonly settled: string;
}

/** After closing everything about a veto is shown to whoever reads results, withdrawn ones too. */
export function resultVetoes(vetoes: readonly VetoRead[], words: Words): ResultVeto[] {
  const fmt = formatsFor(words);
  return [...vetoes]
    .sort((a, b) => (a.raisedAt + a.id < b.raisedAt + b.id ? -1 : 1))
    .map((veto) => {
      const { ground, state, settledAt, settledLabel, settledReason } = veto;
      const name = words.of(ground.name);
      const offSystem = ground.confirmedBy.by === 'leadingGroup';
      const basis = offSystem ? words.t('vetoes.offSystem') : veto.basis;
      const was =
        state === 'raised' || settledAt === null
          ? words.t('vetoes.results.open')
          : words.t(`vetoes.was.${state}`, { by: settledLabel ?? '', at: fmt.dateTime(settledAt) });
      return {
        id: veto.id,
        ground: words.t('vetoes.ground', { code: ground.code, name }),
        state: tag(
          words.t(`vetoes.state.${state}`),
          state === 'confirmed' ? 'red' : state === 'raised' ? 'amber' : 'line',
          state,
        ),
        raised: words.t('vetoes.results.raised', { by: veto.raisedLabel, basis }),
        facts: veto.facts,
        settled: settledReason ? words.t('vetoes.results.said', { was, reason: settledReason }) : was,
      };
    });
}
