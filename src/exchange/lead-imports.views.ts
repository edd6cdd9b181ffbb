import { holds, type Viewer } from '../domain/access/viewer';
import type { Refusal } from '../domain/shared/refusal';
import { act, pageHead, type Act } from '../http/views/acts';
import { errorSummary, fileField, selectField, type ErrorSummary, type Field } from '../http/views/fields';
import type { PageModel } from '../http/views/frame';
import type { Tag } from '../http/views/marks';
import type { PersonCard } from '../people/people.queries';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { importTag } from './import-marks.views';
import type { ImportLine } from './lead-imports.queries';
import { exportAct, listSheet } from '../http/views/list-sheet';
import type { Sheet } from '../http/spreadsheet';

export interface ImportsFacts {
  readonly viewer: Viewer;
  readonly imports: readonly ImportLine[];
  /** For whom the secretariat may enter leads. */
  readonly scouts: readonly PersonCard[];
  readonly scoutId: string;
  readonly refusal: Refusal | null;
}

/** The model of `exchange/imports`. */
export interface ImportsModel extends PageModel {
  readonly steps: readonly string[];
  readonly template: Act;
  readonly summary: ErrorSummary | null;
  readonly fields: readonly Field[];
  readonly send: Act;
  readonly rows: readonly {
    readonly href: string;
    readonly name: string;
    readonly scout: string;
    readonly at: string;
    readonly tag: Tag;
    readonly progress: string;
  }[];
}

export function importsPage(
  { viewer, imports, scouts, scoutId, refusal }: ImportsFacts,
  words: Words,
): ImportsModel {
  const t = (key: string): string => words.t(`exchange.imports.${key}`);
  const own = holds(viewer, 'scout');
  const said = refusal === null ? '' : words.t(`refusal.${refusal.because}`, refusal.details);
  const isScout = refusal?.because === 'importScout';
  const fmt = formatsFor(words);
  const choices = scouts.filter(({ id }) => id !== viewer.personId || !own);
  const scoutField = selectField({
    name: 'scout',
    label: t('scout'),
    required: !own,
    hint: t('scoutHint'),
    error: isScout ? said : '',
    options: [
      { value: '', label: own ? t('myself') : words.t('ui.choose') },
      ...choices.map(({ id, name, unitName }) => ({
        value: id,
        label: `${name}（${unitName}）`,
        selected: id === scoutId,
      })),
    ],
  });
  const sheet = fileField({
    name: 'sheet',
    label: t('file'),
    required: true,
    accept: '.xlsx,.csv,.txt',
    hint: t('fileHint'),
    error: isScout ? '' : said,
  });
  return {
    page: {
      title: t('title'),
      dataPage: 'lead-imports',
      crumbs: [
        { label: words.t('menu.desk'), href: '/' },
        { label: words.t('menu.leadList'), href: '/leads' },
        { label: t('title') },
      ],
      head: pageHead({
        title: t('title'),
        meta: [t('lead')],
        acts: [exportAct('/leads/imports.xlsx', words)],
      }),
    },
    steps: [t('step1'), t('step2'), t('step3')],
    template: act({ label: t('template'), href: '/leads/import/template.xlsx' }),
    summary: refusal === null ? null : errorSummary(t('notTaken'), { [isScout ? 'scout' : 'sheet']: said }),
    fields: choices.length > 0 ? [scoutField, sheet] : [sheet],
    send: act({ label: t('send'), tone: 'primary', form: 'send' }),
    rows: imports.map((one) => ({
      href: `/leads/imports/${one.id}`,
      name: one.fileName,
      scout: one.scoutName,
      at: fmt.dateTime(one.createdAt),
      tag: importTag(one.state, words),
      progress: words.t('exchange.imports.progress', { rows: one.rowCount, done: one.done }),
    })),
  };
}

/** The files sent in so far, to take away. */
export function importSheet(model: ImportsModel, words: Words): Sheet {
  return listSheet(
    words.t('exchange.imports.earlier'),
    [
      [words.t('exchange.imports.file'), 36, 'name'],
      [words.t('exchange.imports.scout'), 16, 'scout'],
      [words.t('exchange.imports.at'), 22, 'at'],
      [words.t('exchange.imports.state'), 12, 'tag'],
      [words.t('exchange.imports.rows'), 30, 'progress'],
    ],
    model.rows,
  );
}
