import { isMoving, MOST_HANDED_IN } from '../domain/exchange/import-states';
import type { Viewer } from '../domain/access/viewer';
import type { Refusal } from '../domain/shared/refusal';
import { act, pageHead, type Act } from '../http/views/acts';
import { radiosField, textField, type Field } from '../http/views/fields';
import type { PageModel } from '../http/views/frame';
import { pager, type Links, type Pager } from '../http/views/lists';
import { bar, type Bar, type Tag } from '../http/views/marks';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { importTag } from './import-marks.views';
import { ROW_VIEWS, ROWS_ON_PAGE, type ImportPage, type RowView } from './lead-imports.queries';
import { rowModel, type RowModel } from './lead-import-row.views';

/** An application that was refused: what it asked for. */
export interface SentApplication {
  readonly refusal: Refusal;
  readonly which: 'clean' | 'some';
  readonly rows: string;
  readonly submits: boolean;
}

export interface ImportFacts {
  readonly viewer: Viewer;
  readonly data: ImportPage;
  readonly view: RowView;
  readonly page: number;
  readonly sent: SentApplication | null;
}

/** The model of `exchange/import`. */
export interface ImportModel extends PageModel {
  readonly tag: Tag;
  readonly progress: { readonly bar: Bar; readonly text: string } | null;
  readonly moving: string;
  readonly cancel: Act | null;
  readonly report: readonly string[];
  readonly notices: readonly string[];
  readonly refusal: string;
  readonly application: {
    readonly action: string;
    readonly fields: readonly Field[];
    readonly submit: Act;
  } | null;
  readonly tabs: Links;
  readonly rows: readonly RowModel[];
  readonly pager: Pager;
  readonly empty: string;
}

export function importPage(facts: ImportFacts, words: Words): ImportModel {
  const { data, view, page, sent } = facts;
  const { found, counts } = data;
  const fmt = formatsFor(words);
  const t = (key: string, args: Record<string, string | number> = {}): string =>
    words.t(`exchange.import.${key}`, args);
  const href = (of: RowView, to: number): string => {
    const query = new URLSearchParams({
      ...(of === 'all' ? {} : { rows: of }),
      ...(to === 1 ? {} : { page: String(to) }),
    }).toString();
    return `/leads/imports/${found.id}${query === '' ? '' : `?${query}`}`;
  };
  const moving = isMoving(found.state);
  const total = counts[view];
  return {
    page: {
      title: found.fileName,
      dataPage: 'lead-import',
      wide: true,
      crumbs: [
        { label: words.t('menu.desk'), href: '/' },
        { label: words.t('exchange.imports.title'), href: '/leads/imports' },
        { label: found.fileName },
      ],
      head: pageHead({
        title: found.fileName,
        meta: [
          t('meta.rows', { n: fmt.number(found.rowCount) }),
          t('meta.scout', { name: data.scoutName }),
          fmt.dateTime(found.createdAt),
        ],
      }),
    },
    tag: importTag(found.state, words),
    progress: moving || found.state === 'cancelled' ? progressOf(data, words) : null,
    moving: moving ? t('moving') : '',
    cancel:
      found.state === 'checking' || found.state === 'applying'
        ? act({
            label: t('cancel'),
            href: `/leads/imports/${found.id}/cancellation`,
            method: 'post',
            confirm: t('cancelConfirm'),
          })
        : null,
    report: reportOf(data, words),
    notices: noticesOf(data, words),
    refusal: sent === null ? '' : words.t(`refusal.${sent.refusal.because}`, sent.refusal.details),
    application: moving || found.state === 'broken' ? null : applicationOf(facts, words),
    tabs: {
      label: t('tabs'),
      items: ROW_VIEWS.map((one) => ({
        label: t(`tab.${one}`),
        href: href(one, 1),
        count: fmt.number(counts[one]),
        current: one === view,
      })),
    },
    rows: data.rows.map((row) => rowModel(row, words)),
    pager: pager(
      { total, page, size: ROWS_ON_PAGE, sizes: [ROWS_ON_PAGE], href: (to) => href(view, to) },
      words,
    ),
    empty: data.rows.length === 0 ? t('empty') : '',
  };
}

function progressOf({ found }: ImportPage, words: Words): ImportModel['progress'] {
  const { state, checked, rowCount, chosen, done } = found;
  const checking = state === 'checking' || state === 'receiving' || chosen === 0;
  const [part, whole] = checking ? [checked, rowCount] : [done, chosen];
  const fmt = formatsFor(words);
  const text = words.t(`exchange.import.${checking ? 'checked' : 'entered'}`, {
    n: fmt.number(part),
    of: fmt.number(whole),
  });
  return { bar: bar(part, Math.max(whole, 1)), text };
}

/** What became of the rows, number by number; nothing before something was entered. */
function reportOf({ outcomes }: ImportPage, words: Words): string[] {
  const fmt = formatsFor(words);
  return (['draft', 'submitted', 'kept', 'present'] as const)
    .filter((outcome) => outcomes[outcome] > 0)
    .map((outcome) => words.t(`exchange.outcome.${outcome}.n`, { n: fmt.number(outcomes[outcome]) }));
}

function noticesOf({ found, head }: ImportPage, words: Words): string[] {
  const { unknown, unknownCount } = head;
  return [
    ...(found.state === 'broken' ? [words.t('exchange.import.broken')] : []),
    ...(unknownCount === 0
      ? []
      : [words.t('exchange.import.unknown', { n: unknownCount, names: unknown.join('、') })]),
  ];
}

function applicationOf({ viewer, data, sent }: ImportFacts, words: Words): ImportModel['application'] {
  const { found, counts } = data;
  const t = (key: string, args: Record<string, string | number> = {}): string =>
    words.t(`exchange.apply.${key}`, args);
  const fmt = formatsFor(words);
  if (counts.clean + counts.flawed === 0) return null;
  const which = sent?.which ?? (counts.clean > 0 ? 'clean' : 'some');
  const own = found.scoutId === viewer.personId;
  const as = sent?.submits ? 'submitted' : 'draft';
  return {
    action: `/leads/imports/${found.id}/application`,
    fields: [
      radiosField({
        name: 'which',
        label: t('which'),
        options: [
          { value: 'clean', label: t('clean', { n: fmt.number(counts.clean) }), selected: which === 'clean' },
          { value: 'some', label: t('some'), selected: which === 'some' },
        ],
      }),
      textField({
        name: 'rows',
        label: t('rows'),
        value: sent?.rows ?? '',
        optional: true,
        hint: t('rowsHint'),
        placeholder: '3-20, 25',
      }),
      ...(own
        ? [
            radiosField({
              name: 'as',
              label: t('as'),
              hint: t('asHint', { most: MOST_HANDED_IN, n: fmt.number(counts.complete) }),
              options: (['draft', 'submitted'] as const).map((value) => ({
                value,
                label: t(`as.${value}`),
                selected: value === as,
              })),
            }),
          ]
        : []),
    ],
    submit: act({ label: t('submit'), tone: 'primary', form: 'apply' }),
  };
}
