import { tableText, type ReadFirm } from '../domain/chain/firm-rows';
import { act, pageHead, type Act } from '../http/views/acts';
import { areaField, fileField, type Field } from '../http/views/fields';
import type { PageModel } from '../http/views/frame';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { chainName, type ChainCard } from './chains.queries';
import { crumbsTo } from './chains.views';

/** The model of `chains/import`. */
export interface FirmImportModel extends PageModel {
  readonly problem: string;
  readonly action: string;
  readonly fields: readonly Field[];
  readonly template: Act;
  readonly back: string;
}

export function firmImportView(
  chain: ChainCard,
  pasted: string,
  problem: string,
  words: Words,
): FirmImportModel {
  const title = words.t('chains.import');
  const path = `/chains/${chain.id}`;
  return {
    page: {
      title,
      dataPage: 'chain-import',
      crumbs: crumbsTo(words, chain, title),
      head: pageHead({ title, meta: [chainName(chain, words.locale)] }),
    },
    problem,
    action: `${path}/imports`,
    fields: [
      fileField({
        name: 'file',
        label: words.t('chains.import.file'),
        hint: words.t('chains.import.fileHint'),
        accept: '.xlsx,.csv,.txt',
        optional: true,
        error: problem,
      }),
      areaField({
        name: 'rows',
        label: words.t('chains.import.rows'),
        hint: words.t('chains.import.rowsHint'),
        value: pasted,
        rows: 8,
        optional: true,
      }),
    ],
    template: act({ label: words.t('chains.import.template'), href: `${path}/imports/template.xlsx` }),
    back: path,
  };
}

/** The model of `chains/preview`. */
export interface FirmPreviewModel extends PageModel {
  readonly summary: { readonly tone: string; readonly text: string };
  readonly rows: readonly {
    readonly line: string;
    readonly name: string;
    readonly uscc: string;
    readonly region: string;
    readonly segment: string;
    readonly note: string;
    readonly state: string;
    readonly problem: string;
  }[];
  readonly action: string;
  readonly kept: string;
  readonly submit: string;
  readonly back: string;
}

export function firmPreviewView(chain: ChainCard, read: readonly ReadFirm[], words: Words): FirmPreviewModel {
  const title = words.t('chains.import.look');
  const right = read.filter(({ problems }) => problems.length === 0);
  const wrong = read.length - right.length;
  const path = `/chains/${chain.id}/imports`;
  const fmt = formatsFor(words);
  return {
    page: {
      title,
      dataPage: 'chain-import-preview',
      crumbs: crumbsTo(words, chain, title),
      head: pageHead({ title, meta: [chainName(chain, words.locale)] }),
    },
    summary: {
      tone: wrong === 0 ? 'ok' : 'warn',
      text: words.t('chains.import.summary', { right: right.length, wrong }),
    },
    rows: read.map(({ line, row, problems }) => ({
      line: String(line),
      name: row.name,
      uscc: row.uscc ?? '',
      region: row.region,
      segment: row.segment,
      note: row.note,
      state: words.t(`chains.firmState.${row.state}`),
      problem:
        problems.length === 0
          ? ''
          : fmt.list(
              problems.map(({ column, because }) =>
                words.t(`chains.import.problem.${because}`, { column: words.t(`chains.column.${column}`) }),
              ),
            ),
    })),
    action: `${path}/application`,
    kept: tableText(
      right.map(({ row }) => row),
      { state: (state) => state },
    ),
    submit: right.length === 0 ? '' : words.t('chains.import.apply', { n: right.length }),
    back: path,
  };
}
