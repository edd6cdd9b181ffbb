import type { ChainBook } from '../domain/chain/chain-book';
import { act, pageHead, type Act } from '../http/views/acts';
import { areaField, checksField, errorSummary, type ErrorSummary, type Field } from '../http/views/fields';
import type { PageModel } from '../http/views/frame';
import { industryName } from '../reference/industries';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { ExpertiseTyped } from './expertise.form';
import type { ExpertiseRead } from './expertise.queries';
import type { PersonCard } from './people.queries';

export interface ExpertiseModel extends PageModel {
  errors: ErrorSummary | null;
  note: string;
  action: string;
  fields: Field[];
  back: string;
}

/** The page on which an administrator records what a person knows. */
export function expertiseView(
  person: PersonCard,
  typed: ExpertiseTyped,
  { errors, book }: { readonly errors: Readonly<Record<string, string>>; readonly book: ChainBook },
  words: Words,
): ExpertiseModel {
  const back = `/admin/people/${person.id}`;
  const title = words.t('expertise.title', { name: person.name });
  return {
    page: {
      title,
      dataPage: 'person-expertise',
      crumbs: [
        { label: words.t('menu.desk'), href: '/' },
        { label: words.t('menu.people'), href: '/admin/people' },
        { label: person.name, href: back },
        { label: words.t('expertise.heading') },
      ],
      head: pageHead({ title, meta: [person.unitName] }),
    },
    errors: errorSummary(words.t('ui.errors.title', { n: Object.keys(errors).length }), errors),
    note: words.t('expertise.note'),
    action: `${back}/expertise`,
    fields: [
      areaField({
        name: 'industries',
        label: words.t('expertise.industries'),
        value: typed.industries,
        error: errors['industries'] ?? '',
        hint: words.t('expertise.industries.hint'),
        rows: 2,
        optional: true,
      }),
      checksField({
        name: 'chains[]',
        id: 'chains',
        label: words.t('expertise.chains'),
        error: errors['chains'] ?? '',
        optional: true,
        options: book.choices(typed.chains).map((chain) => ({
          value: chain,
          label: book.name(chain, words.locale),
          selected: typed.chains.includes(chain),
        })),
      }),
    ],
    back,
  };
}

/** What is recorded, in one line with the way to change it, for the page of the person. */
export function expertiseAct(
  personId: string,
  { industries, chains }: ExpertiseRead,
  book: ChainBook,
  mayChange: boolean,
  words: Words,
): { text: string; change: Act | null } {
  const names = [
    ...industries.map((code) => `${code} ${industryName(code) ?? ''}`.trim()),
    ...chains.map((chain) => book.name(chain, words.locale)),
  ];
  const text = names.length === 0 ? words.t('expertise.none') : formatsFor(words).list(names);
  if (!mayChange) return { text, change: null };
  const href = `/admin/people/${personId}/expertise`;
  return { text, change: act({ label: words.t('expertise.change'), href, size: 'small' }) };
}
