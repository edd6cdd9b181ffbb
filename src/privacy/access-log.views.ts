import { ACCESS_KINDS, type AccessKind } from '../access-log/access-kinds';
import type { AccessRecord } from '../access-log/access-record.entity';
import type { Sheet } from '../http/spreadsheet';
import { pageHead } from '../http/views/acts';
import { deviceWords } from '../http/views/device-words';
import { pager, query } from '../http/views/lists';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';

/** Days back from now. */
export const ACCESS_PERIODS = { day: 1, week: 7, month: 30 } as const;
/** Rows of a file that is taken away; who needs more narrows the filter and takes several. */
export const MOST_EXPORTED = 20_000;

export interface AccessQuery {
  readonly kind: AccessKind | '';
  readonly person: string;
  readonly period: keyof typeof ACCESS_PERIODS | '';
}

export interface AccessLogInput {
  readonly records: readonly AccessRecord[];
  readonly total: number;
  readonly page: number;
  readonly size: number;
  readonly wanted: AccessQuery;
  /** For how long records are kept. */
  readonly months: number;
}

/** `/access-log`. */
export function accessLogPage({ records, total, page, size, wanted, months }: AccessLogInput, words: Words) {
  const asked = { kind: wanted.kind, q: wanted.person, period: wanted.period };
  const address = (n: number, s: number): string =>
    `/access-log?${new URLSearchParams({ ...asked, page: `${n}`, size: `${s}` }).toString()}`;
  const all = (part: 'kind' | 'period') => ({ value: '', label: words.t(`accessLog.${part}.all`) });
  const option = (part: string) => (value: string) => ({
    value,
    label: words.t(`accessLog.${part}.${value}`),
  });
  return {
    page: {
      title: words.t('accessLog.title'),
      dataPage: 'access-log',
      crumbs: [{ label: words.t('accessLog.title') }],
      head: pageHead({
        title: words.t('accessLog.title'),
        meta: [words.t('accessLog.meta', { count: total }), words.t('accessLog.intro', { months })],
        acts: [
          {
            label: words.t('accessLog.export'),
            href: `/access-log.xlsx?${new URLSearchParams(asked).toString()}`,
            why: words.t('accessLog.export.why', { most: MOST_EXPORTED }),
          },
        ],
      }),
    },
    query: query({
      action: '/access-log',
      search: { name: 'q', label: words.t('accessLog.search'), value: wanted.person },
      selects: [
        {
          name: 'kind',
          label: words.t('accessLog.kind'),
          value: wanted.kind,
          options: [all('kind'), ...ACCESS_KINDS.map(option('kind'))],
        },
        {
          name: 'period',
          label: words.t('accessLog.period'),
          value: wanted.period,
          options: [all('period'), ...Object.keys(ACCESS_PERIODS).map(option('period'))],
        },
      ],
    }),
    rows: records.map((record) => row(record, words)),
    pager: pager({ total, page, size, href: address }, words),
  };
}

/** The same for a spreadsheet. */
export function accessLogSheet(records: readonly AccessRecord[], words: Words): Sheet {
  const widths = { at: 24, who: 32, what: 20, subject: 40, from: 32, detail: 40 };
  return {
    name: words.t('accessLog.title'),
    columns: Object.entries(widths).map(([key, width]) => ({
      title: words.t(`accessLog.column.${key}`),
      width,
    })),
    rows: records.map((record) => {
      const { at, who, what, subject, from, detail } = row(record, words);
      return [at, who, what, subject, from, detail];
    }),
  };
}

function row(record: AccessRecord, words: Words) {
  const { id, at, label, kind, subjectType, subjectId, address, device, detail } = record;
  const noun = `accessLog.subject.${subjectType}`;
  const type = words.has(noun) ? words.t(noun) : subjectType;
  return {
    id,
    at: formatsFor(words).dateTimeFull(at),
    who: label === '' ? words.t('accessLog.nobody') : label,
    what: words.t(`accessLog.kind.${kind}`),
    subject: subjectType === '' ? '' : words.t('accessLog.subject', { type, id: subjectId }).trim(),
    from: [address, device === '' ? '' : deviceWords(device, words)].filter(Boolean).join(' '),
    detail,
  };
}
