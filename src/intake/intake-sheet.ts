import type { Sheet } from '../http/spreadsheet';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { INTAKE_CHECKS, intakeChecks, type CheckTime } from './intake-checks.views';
import type { IntakeFacts } from './intake-facts';
import type { QueueRow } from './intake-queue.queries';

const wan = '0.00';

/** The queue for a spreadsheet: a row for each lead, a column for each check with its reasons. */
export function intakeSheet(
  rows: readonly QueueRow[],
  facts: ReadonlyMap<string, IntakeFacts>,
  time: CheckTime,
  words: Words,
): Sheet {
  const fmt = formatsFor(words);
  const column = (title: string, width: number, format?: string) => ({
    title,
    width,
    ...(format === undefined ? {} : { format }),
  });
  return {
    name: words.t('menu.intake'),
    columns: [
      column(words.t('leads.number'), 16),
      column(words.t('lead.field.title.label'), 36),
      column(words.t('lead.field.investorName.label'), 30),
      column(words.t('leads.list.track'), 10),
      column(`${words.t('lead.field.totalInvestmentWan.label')}（${words.t('lead.unit.wan')}）`, 14, wan),
      column(words.t('leads.list.host'), 18),
      column(words.t('intake.column.from'), 26),
      column(words.t('leads.firstReportAt'), 22),
      ...INTAKE_CHECKS.map((code) => column(words.t(`intake.check.${code}`), 30)),
    ],
    rows: rows.map((row) => {
      const found = facts.get(row.id);
      const checks = found ? intakeChecks(found, time, words) : [];
      return [
        row.number,
        row.title,
        row.investorName,
        row.track === null ? null : words.t(`lead.option.track.${row.track}`),
        row.totalInvestment === null ? null : row.totalInvestment / 100,
        row.hostName,
        words.t('leads.scoutOf', { unit: row.unitName, name: row.scoutName }),
        fmt.dateTimeFull(row.submittedAt),
        ...checks.map(({ short, lines }) => [short, ...lines.map(({ text }) => text)].join('\n')),
      ];
    }),
  };
}
