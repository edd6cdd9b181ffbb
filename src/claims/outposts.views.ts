import { holds, type Viewer } from '../domain/access/viewer';
import { textField } from '../http/views/fields';
import { act } from '../http/views/acts';
import { exportAct } from '../http/views/list-sheet';
import { sortHead } from '../http/views/lists';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { OutpostRow } from './backers.queries';
import {
  cell,
  claimForm,
  claimPage,
  line,
  section,
  Typed,
  type ClaimPage,
  type SentBack,
} from './claim-page.views';

/** Out-stationed teams with the region each covers and what it has brought. */
export function outpostsView(viewer: Viewer, rows: readonly OutpostRow[], words: Words): ClaimPage {
  const fmt = formatsFor(words);
  const may = holds(viewer, 'secretariat', 'admin');
  const columns = ['name', 'region', 'people', 'reported', 'accepted', 'admitted'] as const;
  return claimPage(
    {
      dataPage: 'outpost-list',
      title: words.t('outposts.title'),
      wide: true,
      intro: words.t('outposts.intro'),
      acts: [act(exportAct('/outposts.xlsx', words))],
      sections: [
        section({
          id: 'outposts',
          title: '',
          table:
            rows.length === 0
              ? null
              : {
                  caption: words.t('outposts.title'),
                  heads: columns.map((name) =>
                    sortHead(words.t(`outposts.column.${name}`), {
                      cls: name === 'name' || name === 'region' ? '' : 'num',
                    }),
                  ),
                  rows: rows.map((row) => ({
                    id: row.unitId,
                    cells: [
                      cell(row.name, { href: may ? `/outposts/${row.unitId}` : '', cls: 'title' }),
                      cell(row.region ?? words.t('outposts.noRegion'), {
                        label: words.t('outposts.column.region'),
                        cls: 'full',
                      }),
                      ...(['people', 'reported', 'accepted', 'admitted'] as const).map((name) =>
                        cell(fmt.number(row[name]), {
                          label: words.t(`outposts.column.${name}`),
                          cls: 'num',
                        }),
                      ),
                    ],
                  })),
                },
          empty: rows.length === 0 ? words.t('outposts.empty') : '',
        }),
      ],
    },
    words,
  );
}

/** The region of one team, with who said so when. */
export function outpostView(
  row: OutpostRow,
  history: readonly { at: string; region: string; byLabel: string }[],
  sent: SentBack | null,
  words: Words,
): ClaimPage {
  const typed = new Typed('region', sent);
  return claimPage(
    {
      dataPage: 'outpost-show',
      title: row.name,
      acts: [act({ label: words.t('postings.link'), href: `/outposts/${row.unitId}/postings` })],
      crumbs: [{ label: words.t('outposts.title'), href: '/outposts' }],
      sent,
      forms: [
        claimForm(
          {
            id: 'region',
            title: words.t('outposts.column.region'),
            action: `/outposts/${row.unitId}/region`,
            submit: words.t('outposts.submit'),
            fields: [
              textField({
                name: 'region',
                label: words.t('outposts.region'),
                hint: words.t('outposts.regionHint'),
                required: true,
                value: typed.value('region', row.region ?? ''),
                error: typed.error('region'),
              }),
            ],
          },
          words,
        ),
      ],
      sections: [
        section({
          id: 'history',
          title: words.t('claims.history'),
          history:
            history.length === 0
              ? null
              : {
                  items: history.map(({ at, region, byLabel }) =>
                    line(
                      formatsFor(words).dateTimeShort(at),
                      words.t('outposts.was', { region, by: byLabel }),
                    ),
                  ),
                },
          empty: history.length === 0 ? words.t('outposts.noRegion') : '',
        }),
      ],
    },
    words,
  );
}
