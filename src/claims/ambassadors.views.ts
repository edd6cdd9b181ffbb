import { holds, type Viewer } from '../domain/access/viewer';
import { isInTerm } from '../domain/claim/referral';
import type { Day } from '../domain/shared/instant';
import { textField, type Field } from '../http/views/fields';
import { act } from '../http/views/acts';
import { exportAct } from '../http/views/list-sheet';
import { sortHead } from '../http/views/lists';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { BackersQueries } from './backers.queries';
import {
  cell,
  claimForm,
  claimPage,
  section,
  Typed,
  type ClaimPage,
  type SentBack,
} from './claim-page.views';

type Ambassadors = Awaited<ReturnType<BackersQueries['ambassadors']>>;

/** The register of ambassadors, and the form for a new appointment. */
export function ambassadorsView(
  viewer: Viewer,
  rows: Ambassadors,
  today: Day,
  sent: SentBack | null,
  words: Words,
): ClaimPage {
  const fmt = formatsFor(words);
  const typed = new Typed('ambassador', sent);
  const columns = ['name', 'region', 'term', 'leads', 'interest'] as const;
  const field = (name: string, given: Partial<Field> = {}): Field =>
    textField({
      name,
      label: words.t(`ambassadors.${name}`),
      value: typed.value(name),
      error: typed.error(name),
      required: given.required ?? true,
      type: given.type === 'date' ? 'date' : 'text',
      hint: given.hint ?? '',
    });
  return claimPage(
    {
      dataPage: 'ambassador-list',
      title: words.t('ambassadors.title'),
      intro: words.t('ambassadors.intro'),
      acts: [act(exportAct('/ambassadors.xlsx', words))],
      sent,
      sections: [
        section({
          id: 'ambassadors',
          title: '',
          table:
            rows.length === 0
              ? null
              : {
                  caption: words.t('ambassadors.title'),
                  heads: columns.map((name) => sortHead(words.t(`ambassadors.column.${name}`))),
                  rows: rows.map((row) => ({
                    id: row.id,
                    cells: [
                      cell(row.name, { sub: row.post, cls: 'title' }),
                      cell(row.region, { label: words.t('ambassadors.column.region') }),
                      cell(
                        words.t('ambassadors.termOf', {
                          from: fmt.official(row.termFrom),
                          until: fmt.official(row.termUntil),
                        }),
                        {
                          label: words.t('ambassadors.column.term'),
                          sub: words.t(
                            isInTerm({ from: row.termFrom, until: row.termUntil }, today)
                              ? 'ambassadors.running'
                              : 'ambassadors.over',
                          ),
                          cls: 'full',
                        },
                      ),
                      cell(fmt.number(row.leads), { label: words.t('ambassadors.column.leads'), cls: 'num' }),
                      cell(row.interest === '' ? words.t('ambassadors.noInterest') : row.interest, {
                        label: words.t('ambassadors.column.interest'),
                        cls: 'full',
                      }),
                    ],
                  })),
                },
          empty: rows.length === 0 ? words.t('ambassadors.empty') : '',
        }),
      ],
      forms: holds(viewer, 'secretariat')
        ? [
            claimForm(
              {
                id: 'ambassador',
                title: words.t('ambassadors.new'),
                action: '/ambassadors',
                submit: words.t('ambassadors.submit'),
                fields: [
                  field('name'),
                  field('post', { required: false }),
                  field('region'),
                  field('termFrom', { type: 'date' }),
                  field('termUntil', { type: 'date' }),
                  field('interest', { required: false, hint: words.t('ambassadors.interestHint') }),
                ],
              },
              words,
            ),
          ]
        : [],
    },
    words,
  );
}
