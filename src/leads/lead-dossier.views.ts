import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { AlikeLead } from './lead-page-data';
import type { Dossier } from './leads.queries';

/** The model of an item of the partial `files`. */
export interface FileItem {
  readonly type: string;
  readonly name: string;
  readonly meta: string;
  readonly href: string;
  readonly remove: string;
}

/** @param removeAt the address under which a paper can be taken away, or '' where it stays */
export function fileItems(files: Dossier['files'], words: Words, removeAt = ''): FileItem[] {
  const fmt = formatsFor(words);
  return files.map(({ id, name, size, kind, addedAt, keptBack }) => ({
    type: (/\.([A-Za-z]+)$/.exec(name)?.[1] ?? '').toUpperCase().slice(0, 4),
    name,
    meta: [
      words.t(`leads.file.${kind}`),
      fmt.bytes(size),
      fmt.dateTimeShort(addedAt),
      ...(keptBack === null ? [] : [words.t(`papers.keptBack.${keptBack}`)]),
    ].join('　'),
    href: keptBack === null ? `/files/${id}` : '',
    remove: removeAt === '' ? '' : `${removeAt}/${id}/removal`,
  }));
}

/** Another lead that looks like this one, for the secretariat's ruling. */
export interface AlikeLine {
  readonly href: string;
  readonly title: string;
  readonly sub: string;
  readonly grounds: string;
}

export function alikeLines(alike: readonly AlikeLead[], words: Words): AlikeLine[] {
  const fmt = formatsFor(words);
  return alike.map(({ leadId, number, title, investorName, unitName, submittedAt, grounds, similarity }) => ({
    href: `/leads/${leadId}`,
    title: `${number}　${title}`,
    sub: words.t('leads.alike.sub', { investor: investorName, unit: unitName, day: fmt.day(submittedAt) }),
    grounds: words.t('lead.duplicateBecause', {
      reasons: grounds
        .map((ground) => words.t(`lead.duplicateBecause.${ground}`, { similarity }))
        .join(words.t('lead.duplicateBecause.and')),
    }),
  }));
}
