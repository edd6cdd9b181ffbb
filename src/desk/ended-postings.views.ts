import type { EndedPosting } from '../postings/postings.queries';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { panel, todo, type DeskPanel } from './desk-parts';

/** Whose posting has run out while leads are still theirs, each with the way to hand them over. */
export function endedPostingPanels(postings: readonly EndedPosting[], words: Words): DeskPanel[] {
  if (postings.length === 0) return [];
  const lines = postings.map(({ personId, name, unitName, untilDay, leads }) =>
    todo({
      title: words.t('postings.desk.line', { name, n: leads }),
      when: words.t('postings.desk.when', { unit: unitName, day: formatsFor(words).official(untilDay) }),
      act: { label: words.t('postings.handOver'), href: `/hand-overs?from=${personId}` },
    }),
  );
  return [panel(words.t('postings.desk.heading'), lines, { note: words.t('postings.desk.note') })];
}
