import type { TroubledFile } from '../files/files.queries';
import { tag } from '../http/views/marks';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { type DeskPanel, panel, todo } from './desk-parts';

/** Attachments that are given to nobody, with what is to be done; nothing where all is well. */
export function troubledFilesPanels(files: readonly TroubledFile[], words: Words): DeskPanel[] {
  if (files.length === 0) return [];
  const lines = files.map(({ id, name, subjectType, subjectId, ...trouble }) => {
    const { word, tone, text } = told(trouble, words);
    return todo({
      title: name,
      href: subjectType === 'lead' ? `/leads/${subjectId}#papers` : '',
      when: `${text} ${id}`,
      tag: tag(words.t(`papers.desk.mark.${word}`), tone, word),
    });
  });
  return [panel(words.t('papers.desk.heading'), lines, { note: words.t('papers.desk.note') })];
}

function told(
  { alteredAt, scanState, found }: Pick<TroubledFile, 'alteredAt' | 'scanState' | 'found'>,
  words: Words,
): { word: string; tone: 'red' | 'amber'; text: string } {
  if (alteredAt !== null) {
    const at = formatsFor(words).dateTimeShort(alteredAt);
    return { word: 'altered', tone: 'red', text: words.t('papers.desk.altered', { at }) };
  }
  return scanState === 'infected'
    ? { word: 'infected', tone: 'red', text: words.t('papers.desk.infected', { found: found ?? '' }) }
    : { word: 'waiting', tone: 'amber', text: words.t('papers.desk.waiting') };
}
