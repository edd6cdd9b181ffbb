import type { ReturnReason } from '../domain/intake/return-reasons';
import { hundredths, parseWan } from '../domain/shared/wan';
import { act, type Act, type Hidden } from '../http/views/acts';
import type { Field } from '../http/views/fields';
import { checkTag, intakeChecks, type CheckTime } from './intake-checks.views';
import type { HostCard } from '../hosts/hosts.queries';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { Tag } from '../http/views/marks';
import type { IntakeFacts } from './intake-facts';
import { filterEntries, type IntakeFilter } from './intake-filter';
import { PANE_FORMS, paneFields, type PaneFormName, type SentPane } from './intake-pane-fields.views';
import type { QueueRow } from './intake-queue.queries';

/** The key that opens each form; `a` accepts. */
const keys: Readonly<Record<PaneFormName, string>> = {
  return: 'r',
  reject: 'd',
  merge: 'm',
  host: 't',
  tier: 'c',
  ask: 'w',
};

export interface PaneForm {
  readonly id: string;
  readonly key: string;
  readonly title: string;
  readonly open: boolean;
  readonly action: string;
  readonly hidden: readonly Hidden[];
  readonly note: string;
  readonly fields: readonly Field[];
  readonly submit: string;
  readonly tone: string;
}

/** The lead that is open beside the queue. */
export interface IntakePane {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly number: string;
  readonly sub: string;
  readonly checks: readonly {
    readonly code: string;
    readonly label: string;
    readonly tag: Tag;
    readonly lines: readonly { readonly text: string; readonly href: string }[];
  }[];
  readonly facts: {
    readonly two: boolean;
    readonly items: readonly { label: string; value: string; sub: string }[];
  };
  readonly summary: string;
  /** What was wrong with the act that was sent; '' for nothing. */
  readonly error: string;
  readonly accept: { readonly action: string; readonly hidden: readonly Hidden[] };
  readonly forms: readonly PaneForm[];
  readonly full: Act;
}

export interface PaneInput {
  readonly row: QueueRow;
  readonly facts: IntakeFacts;
  readonly filter: IntakeFilter;
  readonly reasons: readonly ReturnReason[];
  readonly hosts: readonly HostCard[];
  readonly time: CheckTime;
  /** Of the form that asks the scout. */
  readonly key: string;
  readonly sent: SentPane | null;
}

export function intakePane(input: PaneInput, words: Words): IntakePane {
  const { row, facts, filter, time, sent } = input;
  const kept = filterEntries(filter).map(([name, value]) => ({ name, value }));
  return {
    id: row.id,
    title: row.title,
    href: `/leads/${row.id}`,
    number: row.number,
    sub: [row.investorName, words.t('leads.scoutOf', { unit: row.unitName, name: row.scoutName })].join('　'),
    checks: intakeChecks(facts, time, words).map((mark) => ({
      code: mark.code,
      label: mark.label,
      tag: checkTag(mark),
      lines: mark.lines,
    })),
    facts: { two: true, items: paneFacts(input, words) },
    summary: facts.content.summary ?? '',
    error: sent?.form === 'accept' ? (sent.errors[0]?.message ?? '') : '',
    accept: {
      action: `/intake/${row.id}/decision`,
      hidden: [...kept, { name: 'verdict', value: 'accept' }],
    },
    forms: PANE_FORMS.map((name) => paneForm(name, input, kept, words)),
    full: act({ label: words.t('intake.pane.full'), href: `/leads/${row.id}`, size: 'small' }),
  };
}

function paneFacts({ row, facts: { content }, hosts }: PaneInput, words: Words) {
  const fmt = formatsFor(words);
  const names = new Map(hosts.map(({ code, name }) => [code, name]));
  const money = (amount: number | null): string =>
    amount === null ? words.t('leads.notProvided') : fmt.wan(amount).text;
  const wan = (text: string | null): string => {
    const amount = text === null ? null : parseWan(text);
    return money(amount === null ? null : hundredths(amount));
  };
  const stated = (value: string | number | null, unit: string): string =>
    value === null
      ? words.t('leads.notProvided')
      : words.t('format.amount', { n: fmt.number(String(value)), unit: words.t(`lead.unit.${unit}`) });
  const item = (code: string, value: string) => ({
    label: words.t(`lead.field.${code}.label`),
    value,
    sub: '',
  });
  return [
    item('totalInvestmentWan', money(row.totalInvestment)),
    item('fixedAssetWan', money(row.fixedAsset)),
    item('landMu', stated(content.landMu, 'mu')),
    item('annualOutputWan', wan(content.annualOutputWan)),
    item('annualTaxWan', wan(content.annualTaxWan)),
    item('energyTce', stated(content.energyTce, 'tce')),
    item('jobs', stated(content.jobs, 'person')),
    item(
      'intendedHosts',
      content.intendedHosts.length === 0
        ? words.t('leads.noHost')
        : fmt.list(content.intendedHosts.map((code) => names.get(code) ?? code)),
    ),
  ];
}

function paneForm(name: PaneFormName, input: PaneInput, kept: readonly Hidden[], words: Words): PaneForm {
  const { row, sent } = input;
  const back = sent?.form === name ? sent : null;
  const verdict = name === 'return' || name === 'reject' || name === 'merge';
  const hidden = [
    ...kept,
    verdict ? { name: 'verdict', value: name } : { name: 'kind', value: name },
    ...(name === 'ask' ? [{ name: 'idempotencyKey', value: input.key }] : []),
  ];
  const path = verdict ? 'decision' : name === 'ask' ? 'question' : 'transfer';
  return {
    id: `form-${name}`,
    key: keys[name],
    title: words.t(`intake.form.${name}`),
    open: back !== null,
    action: `/intake/${row.id}/${path}`,
    hidden,
    note: words.t(`intake.form.${name}.note`),
    fields: paneFields(name, input, back, words),
    submit: words.t(`intake.form.${name}.submit`),
    tone: name === 'reject' ? 'danger' : '',
  };
}
