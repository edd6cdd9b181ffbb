import { Fraction } from '../domain/shared/fraction';
import { holds, type Viewer } from '../domain/access/viewer';
import { pageHead } from '../http/views/acts';
import type { PageModel } from '../http/views/frame';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { EarlierResult, EarlierResults } from './earlier-outcomes.queries';

interface EarlierRow {
  readonly id: string;
  readonly position: string;
  readonly title: string;
  readonly number: string;
  readonly score: string;
  readonly computed: string;
  readonly ruling: string;
}

export interface EarlierModel extends PageModel {
  readonly results: readonly {
    readonly title: string;
    readonly at: string;
    readonly said: readonly string[];
    readonly rows: readonly EarlierRow[];
  }[];
  readonly none: string;
}

/** What a round had come to before two people put it aside: it counts for nothing and stays on record. */
export function earlierView({ round, results }: EarlierResults, viewer: Viewer, words: Words): EarlierModel {
  const title = words.t('results.earlier.title', { round: round.number });
  const mayEnter = holds(viewer, 'secretariat', 'inspector');
  const back = mayEnter ? `/rounds/${round.id}` : `/rounds/${round.id}/results`;
  return {
    page: {
      title,
      dataPage: 'earlier-results',
      crumbs: [
        { label: words.t('menu.desk'), href: '/' },
        { label: round.number, href: back },
        { label: words.t('results.earlier.crumb') },
      ],
      head: pageHead({ title, meta: [round.title, words.t('results.earlier.note')] }),
    },
    results: results.map((result) => resultOf(result, words)),
    none: results.length === 0 ? words.t('results.earlier.none') : '',
  };
}

function resultOf(result: EarlierResult, words: Words): EarlierModel['results'][number] {
  const { kind, askedBy, carriedOutBy, reason, remark, at, outcomes } = result;
  return {
    title: words.t(`results.earlier.${kind}`),
    at: formatsFor(words).dateTimeFull(at),
    said: [
      words.t('results.earlier.people', { askedBy, carriedOutBy }),
      words.t('results.earlier.reason', { reason }),
      ...(remark === '' ? [] : [words.t('results.earlier.remark', { remark })]),
      ...(outcomes.length === 0 ? [words.t('results.earlier.uncounted')] : []),
    ],
    rows: outcomes.map(({ outcome, lead }): EarlierRow => ({
      id: outcome.id,
      position: String(outcome.position),
      title: lead?.title ?? '',
      number: lead?.number ?? '',
      score:
        outcome.score === null ? words.t('results.score.none') : Fraction.parse(outcome.score).toDecimal(2),
      computed: words.t(`results.computed.${outcome.computed}`),
      ruling: outcome.ruling === null ? '' : words.t(`results.outcome.${outcome.ruling}`),
    })),
  };
}
