import { holds, type Viewer } from '../domain/access/viewer';
import type { Act } from '../http/views/acts';
import type { PageModel } from '../http/views/frame';
import { seal, type Seal } from '../http/views/marks';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { LetterContent } from './letter-content';
import type { ReleasedLetter } from './results.queries';

export interface LetterModel extends PageModel {
  readonly back: { readonly label: string; readonly href: string };
  readonly note: string;
  readonly acts: readonly Act[];
  readonly seal: Seal;
  readonly numberLine: string;
  readonly letter: LetterContent;
}

/** A released letter as an A4 document; its own words are those it was frozen with. */
export function letterView({ letter, content }: ReleasedLetter, viewer: Viewer, words: Words): LetterModel {
  const seesResults = holds(viewer, 'secretariat', 'inspector', 'leadingGroup');
  return {
    page: {
      title: words.t('results.letter.title', { number: letter.number }),
      dataPage: 'letter-show',
      layout: 'document',
    },
    back: seesResults
      ? { label: words.t('results.letter.backToResults'), href: `/rounds/${letter.roundId}/results` }
      : { label: words.t('results.letter.backToLead'), href: `/leads/${letter.leadId}` },
    note: words.t('results.letter.note', {
      at: formatsFor(words).dateTimeFull(letter.releasedAt ?? letter.createdAt),
    }),
    acts: [],
    seal: seal(content.outcome, words.t(`results.outcome.${content.outcome}`), 'big'),
    numberLine: words.t('results.letter.numberLine', { number: letter.number }),
    letter: content,
  };
}
