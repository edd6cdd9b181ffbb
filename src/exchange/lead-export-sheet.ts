import { LEAD_SHEET_COLUMNS, type LeadSheetColumn } from '../domain/exchange/sheet-columns';
import { formValues, type FormValues } from '../domain/lead/form-values';
import { controlPath } from '../domain/lead/field';
import { fromHundredths, wanText } from '../domain/shared/wan';
import type { Cell, SheetColumn } from '../http/spreadsheet';
import type { ExportedLead } from '../leads/lead-export.queries';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { columnHead, optionLabel } from './sheet-labels';

/** Numbers of more digits would come back rounded: they stay text. */
const exactDigits = 15;

/** What the list says of each lead. */
export function listColumns(words: Words): SheetColumn[] {
  const t = (key: string): string => words.t(`exchange.export.${key}`);
  const money = { width: 14, format: '#,##0.00' };
  return [
    { title: t('number'), width: 16 },
    { title: t('state'), width: 12 },
    { title: words.t('lead.field.title.label'), width: 36 },
    { title: words.t('lead.field.investorName.label'), width: 32 },
    { title: words.t('lead.field.track.label'), width: 12 },
    { title: words.t('exchange.withUnit', wan('totalInvestmentWan', words)), ...money },
    { title: words.t('exchange.withUnit', wan('fixedAssetWan', words)), ...money },
    { title: t('host'), width: 20 },
    { title: t('unit'), width: 20 },
    { title: t('scout'), width: 12 },
    { title: t('registered'), width: 18 },
    { title: t('submitted'), width: 18 },
  ];
}

const wan = (code: string, words: Words): { name: string; unit: string } => ({
  name: words.t(`lead.field.${code}.label`),
  unit: words.t('lead.unit.wan'),
});

export function listRow(lead: ExportedLead, words: Words): Cell[] {
  const fmt = formatsFor(words);
  const amount = (hundredths: number | null): Cell =>
    hundredths === null ? null : Number(wanText(fromHundredths(hundredths)));
  return [
    ...stateCells(lead, words),
    lead.title,
    lead.investorName,
    lead.track === null ? null : words.t(`lead.option.track.${lead.track}`),
    amount(lead.totalInvestment),
    amount(lead.fixedAsset),
    lead.hostName,
    lead.unitName,
    lead.scoutName,
    fmt.dateTime(lead.createdAt),
    lead.submittedAt === null ? null : fmt.dateTime(lead.submittedAt),
  ];
}

function stateCells({ number, state }: ExportedLead, words: Words): Cell[] {
  return [number, words.t(`lead.state.${state}`)];
}

/** Everything the form holds, under the heads of the import template: what is taken out can be brought in again. */
export function fullColumns(words: Words): SheetColumn[] {
  return [
    { title: words.t('exchange.export.number'), width: 16 },
    { title: words.t('exchange.export.state'), width: 12 },
    { title: words.t('exchange.export.unit'), width: 20 },
    { title: words.t('exchange.export.scout'), width: 12 },
    ...LEAD_SHEET_COLUMNS.map((column) => ({
      title: columnHead(column, words),
      width: column.field.kind === 'longText' ? 40 : 18,
    })),
  ];
}

export function fullRow(lead: ExportedLead, words: Words): Cell[] {
  const values = lead.content === null ? {} : formValues(lead.content);
  return [
    ...stateCells(lead, words),
    lead.unitName,
    lead.scoutName,
    ...LEAD_SHEET_COLUMNS.map((column) => cellOf(column, values, words)),
  ];
}

function cellOf(column: LeadSheetColumn, values: FormValues, words: Words): Cell {
  const { control, field, whole, entry } = column;
  const listed =
    entry !== null && whole.parts === undefined ? values[controlPath(control)[0] ?? ''] : undefined;
  const value = listed === undefined ? values[control] : listed[(entry ?? 1) - 1];
  if (value === undefined || value === '') return null;
  if (typeof value !== 'string')
    return value.length === 0 ? null : value.map((one) => optionLabel(field, one, words)).join('、');
  switch (field.kind) {
    case 'enum':
      return field.options?.includes(value) ? optionLabel(field, value, words) : value;
    case 'bool':
      return value === 'true' ? '是' : value === 'false' ? '否' : value;
    case 'money':
    case 'number':
    case 'count':
    case 'year':
      return /^-?\d+(\.\d+)?$/.test(value) && value.length <= exactDigits ? Number(value) : value;
    default:
      return value;
  }
}
