import { columnLetters, LEAD_SHEET_COLUMNS, type LeadSheetColumn } from '../domain/exchange/sheet-columns';
import { fieldWord } from '../domain/lead/field';
import type { HostCard } from '../hosts/hosts.queries';
import type { Cell, Sheet } from '../http/spreadsheet';
import { countries, countryName } from '../reference/countries';
import { currencies, currencyName } from '../reference/currencies';
import { industryClasses } from '../reference/industries';
import type { Words } from '../words/words';
import { columnHead, columnName, optionLabel } from './sheet-labels';

const listsSheet = 'lists';

/** Values of the example row by control; it is read as no lead because its title says that it is an example. */
const example: Readonly<Record<string, string | number>> = {
  investorName: '江苏示范装备股份有限公司',
  summary: '建设年产20万台热泵主机生产线，含总装、检测与研发中心。',
  totalInvestmentWan: 52_000,
  fixedAssetWan: 41_000,
  annualOutputWan: 98_000,
  annualTaxWan: 5_200,
  'fundSource[own]': 60,
  'fundSource[loan]': 40,
  landMu: 120,
  jobs: 320,
  skilledJobs: 90,
  plannedStart: '2027-03',
  plannedProduction: '2028-06',
  firstContactAt: '2026-11-20',
  'contact[name]': '王工',
  'contact[title]': '投资总监',
  'contact[mobile]': '13800000000',
};

/**
 * The workbook that people fill in: heads with units, below them the codes of the fields (not shown), drop-down lists
 * from the dictionaries, one example, and a sheet that explains each column.
 */
export function templateSheets(hosts: readonly HostCard[], words: Words): Sheet[] {
  const lists = choiceLists(hosts, words);
  const leads: Sheet = {
    name: words.t('exchange.template.sheet'),
    columns: LEAD_SHEET_COLUMNS.map((column) => ({
      title: `${columnHead(column, words)}${isDemanded(column) ? '*' : ''}`,
      width: column.field.kind === 'longText' ? 40 : 18,
    })),
    rows: [
      LEAD_SHEET_COLUMNS.map(({ control }) => control),
      LEAD_SHEET_COLUMNS.map((column) => exampleCell(column, lists, words)),
    ],
    hiddenRows: [2],
    choices: LEAD_SHEET_COLUMNS.flatMap((column, at) => {
      const list = lists.get(listName(column) ?? '');
      if (list === undefined || column.field.kind === 'multi') return [];
      const letter = columnLetters(list.at);
      const range = `${listsSheet}!$${letter}$2:$${letter}$${list.values.length + 1}`;
      return [{ column: at, fromRow: 3, range }];
    }),
  };
  return [leads, explanations(lists, words), hiddenLists(lists)];
}

interface ChoiceList {
  /** Its column on the sheet of lists. */
  readonly at: number;
  readonly values: readonly string[];
}

function isDemanded({ field, whole, entry }: LeadSheetColumn): boolean {
  const need = field.need ?? (whole.parts === undefined ? whole.need : undefined);
  return typeof need === 'string' && (entry === null || entry === 1);
}

function listName({ field }: LeadSheetColumn): string | null {
  if (field.options !== undefined) return field.dictionary ?? field.code;
  if (field.kind === 'bool') return 'bool';
  const listed = ['host', 'industry', 'country', 'currency'];
  return field.from !== undefined && listed.includes(field.from) ? field.from : null;
}

function choiceLists(hosts: readonly HostCard[], words: Words): ReadonlyMap<string, ChoiceList> {
  const lists = new Map<string, ChoiceList>();
  for (const column of LEAD_SHEET_COLUMNS) {
    const name = listName(column);
    if (name === null || lists.has(name)) continue;
    const values = valuesOf(name, column, hosts, words);
    if (values.length > 0) lists.set(name, { at: lists.size, values });
  }
  return lists;
}

function valuesOf(
  name: string,
  { field }: LeadSheetColumn,
  hosts: readonly HostCard[],
  words: Words,
): readonly string[] {
  switch (name) {
    case 'bool':
      return ['是', '否'];
    case 'host':
      return hosts.map(({ code, name: called }) => `${code} ${called}`);
    case 'industry':
      return industryClasses().map(({ code, name: called }) => `${code} ${called}`);
    case 'country':
      return countries().map((code) => `${code} ${countryName(code, words.locale)}`);
    case 'currency':
      return currencies().map((code) => `${code} ${currencyName(code, words.locale)}`);
    default:
      return (field.options ?? []).map((value) => optionLabel(field, value, words));
  }
}

function exampleCell(column: LeadSheetColumn, lists: ReadonlyMap<string, ChoiceList>, words: Words): Cell {
  const { control, field, entry } = column;
  if (control === 'title') return words.t('exchange.template.example');
  const given = example[control];
  if (given !== undefined) return given;
  if (entry !== null && entry > 1) return null;
  if (control === 'industryCode') return 'C3464 制冷、空调设备制造';
  if (control === 'currency') return 'CNY';
  return field.kind === 'enum' || field.from === 'host'
    ? (lists.get(listName(column) ?? '')?.values[0] ?? null)
    : null;
}

function explanations(lists: ReadonlyMap<string, ChoiceList>, words: Words): Sheet {
  const t = (key: string): string => words.t(`exchange.template.${key}`);
  return {
    name: t('explained'),
    columns: [
      { title: t('column'), width: 28 },
      { title: t('unit'), width: 12 },
      { title: t('demanded'), width: 12 },
      { title: t('how'), width: 80 },
    ],
    rows: [
      ...['general1', 'general2', 'general3', 'general4'].map((key) => [t('general'), null, null, t(key)]),
      ...LEAD_SHEET_COLUMNS.map((column): Cell[] => {
        const { field, control } = column;
        const unit = field.unit === undefined ? null : words.t(`lead.unit.${field.unit}`);
        const hint = fieldWord(control, 'hint');
        const list = lists.get(listName(column) ?? '');
        const said = [
          words.has(hint) ? words.t(hint) : '',
          list === undefined ? formOf(column, words) : choicesText(column, list, words),
        ];
        const demanded = isDemanded(column) ? t(field.need === 'draft' ? 'always' : 'toHandIn') : null;
        return [columnName(column, words), unit, demanded, said.filter((text) => text !== '').join(' ')];
      }),
    ],
  };
}

/** Short lists in full; of long ones that there is a list. */
function choicesText({ field }: LeadSheetColumn, { values }: ChoiceList, words: Words): string {
  if (values.length > 20) return words.t('exchange.template.longList');
  const list = values.join('、');
  return words.t(`exchange.template.${field.kind === 'multi' ? 'several' : 'oneOf'}`, { list });
}

function formOf({ field }: LeadSheetColumn, words: Words): string {
  const key = `exchange.template.form.${field.kind}`;
  return words.has(key) ? words.t(key) : '';
}

function hiddenLists(lists: ReadonlyMap<string, ChoiceList>): Sheet {
  const columns = [...lists];
  const longest = Math.max(...columns.map(([, { values }]) => values.length));
  return {
    name: listsSheet,
    hidden: true,
    columns: columns.map(([name]) => ({ title: name, width: 24 })),
    rows: Array.from({ length: longest }, (_, i) => columns.map(([, { values }]) => values[i] ?? null)),
  };
}
