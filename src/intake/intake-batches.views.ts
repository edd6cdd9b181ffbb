import type { BatchAct } from '../domain/intake/batch';
import type { ReturnReason } from '../domain/intake/return-reasons';
import { TRANSFER_TIERS } from '../domain/intake/transfer';
import { act, pageHead, type Act, type Hidden } from '../http/views/acts';
import { areaField, checksField, selectField, type Field } from '../http/views/fields';
import type { PageModel } from '../http/views/frame';
import { errorOf, typedText, type FieldError } from '../http/forms';
import { tag, type Tag } from '../http/views/marks';
import type { Words } from '../words/words';
import { checkTag, intakeChecks, type CheckTime } from './intake-checks.views';
import type { IntakeFacts } from './intake-facts';
import type { BatchLine, BatchRead } from './intake-batches.queries';
import { reasonField } from './intake-pane-fields.views';
import type { QueueRow } from './intake-queue.queries';

/** The model of `intake/batch-new`: what will happen, to which leads by name, before it happens. */
export interface BatchConfirmModel extends PageModel {
  readonly text: string;
  readonly consequences: readonly string[];
  readonly rows: readonly {
    readonly id: string;
    readonly href: string;
    readonly title: string;
    readonly sub: string;
    readonly marks: readonly Tag[];
  }[];
  readonly gone: string;
  /** What stands against it; '' for nothing. */
  readonly error: string;
  readonly hidden: readonly Hidden[];
  readonly fields: readonly Field[];
  readonly submit: string;
  readonly disabled: boolean;
  readonly cancel: { readonly label: string; readonly href: string };
}

export interface BatchConfirmInput {
  readonly act: BatchAct;
  readonly rows: readonly QueueRow[];
  /** How many were asked for and wait no longer. */
  readonly gone: number;
  readonly facts: ReadonlyMap<string, IntakeFacts>;
  readonly time: CheckTime;
  readonly reasons: readonly ReturnReason[];
  readonly key: string;
  readonly sent: { readonly typed: Record<string, unknown>; readonly errors: readonly FieldError[] } | null;
}

export function batchConfirmView(input: BatchConfirmInput, words: Words): BatchConfirmModel {
  const { act: what, rows, facts, time } = input;
  const title = words.t(`intake.batch.${what}.title`, { n: rows.length });
  return {
    page: {
      title,
      dataPage: 'intake-batch-new',
      crumbs: crumbs(title, words),
      head: pageHead({ title, meta: [words.t('intake.batch.meta')] }),
    },
    text: words.t(`intake.batch.${what}.text`, { n: rows.length }),
    consequences: [
      words.t('intake.batch.each'),
      words.t('intake.batch.told'),
      words.t('intake.batch.result'),
    ],
    rows: rows.map((row) => {
      const found = facts.get(row.id);
      const checks = found ? intakeChecks(found, time, words) : [];
      return {
        id: row.id,
        href: `/leads/${row.id}`,
        title: `${row.number}　${row.title}`,
        sub: [row.investorName, row.unitName].join('　'),
        marks: checks.filter(({ verdict }) => verdict !== 'ok').map(checkTag),
      };
    }),
    gone: input.gone === 0 ? '' : words.t('intake.batch.gone', { n: input.gone }),
    error: [...new Set((input.sent?.errors ?? []).map(({ message }) => message))].join(' '),
    hidden: [
      { name: 'act', value: what },
      { name: 'idempotencyKey', value: input.key },
      ...rows.map(({ id }) => ({ name: 'leadIds[]', value: id })),
    ],
    fields: fieldsOf(input, words),
    submit: words.t(`intake.batch.${what}.submit`, { n: rows.length }),
    disabled: rows.length === 0,
    cancel: { label: words.t('intake.batch.cancel'), href: '/intake' },
  };
}

function crumbs(title: string, words: Words) {
  return [
    { label: words.t('menu.desk'), href: '/' },
    { label: words.t('menu.intake'), href: '/intake' },
    { label: title },
  ];
}

function fieldsOf({ act: what, reasons, sent }: BatchConfirmInput, words: Words): Field[] {
  const error = (name: string): string => (sent === null ? '' : errorOf(sent.errors, name));
  const typed = (name: string): string => (sent === null ? '' : typedText(sent.typed, name));
  const ticked: unknown[] = [sent?.typed['reasons']].flat();
  const reason = areaField({
    name: 'reason',
    label: words.t('leads.intake.reason'),
    hint: words.t(`intake.batch.${what}.hint`),
    value: typed('reason'),
    error: error('reason'),
    rows: 3,
    max: 500,
    stacked: true,
  });
  if (what === 'accept') return [];
  if (what === 'tier')
    return [
      selectField({
        name: 'tier',
        label: words.t('intake.form.tier.which'),
        error: error('tier'),
        options: TRANSFER_TIERS.map((value) => ({
          value,
          label: words.t(`intake.tier.${value}`),
          selected: value === typed('tier'),
        })),
        stacked: true,
      }),
      reason,
    ];
  return [
    checksField({
      name: 'reasons[]',
      label: words.t('intake.form.reasons'),
      error: error('reasons'),
      options: reasons.map(({ code, text, field }) => ({
        value: code,
        label: words.t('intake.form.reason', { field: reasonField(field, words), text }),
        selected: ticked.includes(code),
      })),
      stacked: true,
    }),
    reason,
  ];
}

/** The model of `intake/batch`: which went through, which did not and why, and which still wait. */
export interface BatchResultModel extends PageModel {
  readonly rows: readonly {
    readonly id: string;
    readonly href: string;
    readonly title: string;
    readonly tag: Tag;
    readonly why: string;
  }[];
  readonly carryOn: Act | null;
  readonly acts: readonly Act[];
}

export function batchResultView(
  batch: BatchRead,
  lines: readonly BatchLine[],
  words: Words,
): BatchResultModel {
  const count = (state: BatchLine['state']): number => lines.filter((line) => line.state === state).length;
  const title = words.t(`intake.batch.${batch.act}.result`);
  const waiting = count('waiting');
  const tones = { done: 'green', refused: 'red', waiting: 'amber' } as const;
  return {
    page: {
      title,
      dataPage: 'intake-batch',
      crumbs: crumbs(title, words),
      head: pageHead({
        title,
        meta: [
          { strong: words.t('intake.batch.done', { n: count('done') }) },
          words.t('intake.batch.refused', { n: count('refused') }),
          ...(waiting > 0 ? [words.t('intake.batch.waiting', { n: waiting })] : []),
        ],
      }),
    },
    rows: lines.map(({ leadId, number, title: name, state, because, details }) => ({
      id: leadId,
      href: `/leads/${leadId}`,
      title: `${number}　${name}`,
      tag: tag(words.t(`intake.batch.state.${state}`), tones[state], state),
      why:
        because === null
          ? ''
          : words.t(`refusal.${because}`, JSON.parse(details ?? '{}') as Record<string, string | number>),
    })),
    carryOn:
      waiting === 0
        ? null
        : act({
            label: words.t('intake.batch.carryOn', { n: waiting }),
            href: `/intake/batches/${batch.id}/continuation`,
            method: 'post',
            tone: 'primary',
            why: words.t('intake.batch.carryOn.why'),
          }),
    acts: [act({ label: words.t('intake.batch.back'), href: '/intake' })],
  };
}
