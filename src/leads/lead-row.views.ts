import { holds, type Viewer } from '../domain/access/viewer';
import type { PromiseEnd } from '../domain/promise/due';
import { tag, type Tag } from '../http/views/marks';
import { formatsFor, type Amount } from '../words/formats';
import type { Words } from '../words/words';
import type { LeadRow } from './lead-list.queries';
import { stateMark, type StateMark } from '../http/views/lead-mark';
import { nextStep, type NextStep, type StepTime } from './lead-state.views';

export interface LeadRowModel extends StateMark {
  readonly id: string;
  readonly href: string;
  readonly title: string;
  /** First report, or a likeness to another lead. */
  readonly marks: readonly Tag[];
  readonly investor: string;
  readonly number: string;
  readonly track: string;
  readonly total: Amount | null;
  readonly fixed: Amount | null;
  readonly host: string;
  readonly unit: string;
  readonly day: string;
  readonly next: NextStep;
  readonly act: { readonly label: string; readonly href: string };
  readonly pick: string;
}

export type RowTime = StepTime;

/** One row of the list, in finished words. */
export function leadRow(
  row: LeadRow,
  viewer: Viewer,
  { own, end }: { readonly own: boolean; readonly end: PromiseEnd | null },
  time: RowTime,
  words: Words,
): LeadRowModel {
  const fmt = formatsFor(words);
  const amount = (hundredths: number | null): Amount | null =>
    hundredths === null ? null : fmt.wan(hundredths);
  const name = row.number ?? row.title;
  return {
    id: row.id,
    href: `/leads/${row.id}`,
    title: row.title,
    marks: [
      ...(row.wanted === 1 ? [tag(words.t('chains.mark'), 'blue', 'target')] : []),
      ...marksOf(row, words),
    ],
    investor: row.investorName,
    number: row.number ?? words.t('leads.noNumber'),
    track: row.track === null ? '' : words.t(`lead.option.track.${row.track}`),
    total: amount(row.totalInvestment),
    fixed: amount(row.fixedAsset),
    host: row.hostName ?? words.t('leads.noHost'),
    unit: row.unitName,
    day: fmt.dayShort(row.submittedAt ?? row.createdAt),
    next: nextStep(row, own, time, words, end),
    act: actOf(row, viewer, own, words),
    pick: words.t('ui.select.one', { name }),
    // Last, because V8 takes about a microsecond for each property that follows a spread, 18 a row.
    ...stateMark(row, words),
  };
}

function marksOf({ duplicateGrade, acceptedAt, state }: LeadRow, words: Words): Tag[] {
  if (duplicateGrade === 'a' || duplicateGrade === 'b') return [tag(words.t('leads.mark.alike'), 'amber')];
  const gone = state === 'withdrawn' || state === 'merged' || state === 'rejected';
  return acceptedAt !== null && !gone ? [tag(words.t('leads.mark.firstReport'), 'line')] : [];
}

function actOf({ id, state }: LeadRow, viewer: Viewer, own: boolean, words: Words): LeadRowModel['act'] {
  if (state === 'submitted' && holds(viewer, 'secretariat'))
    return { label: words.t('lead.move.accept'), href: `/leads/${id}#intake` };
  if (own && (state === 'draft' || state === 'returned' || state === 'resubmit'))
    return {
      label: words.t(state === 'draft' ? 'leads.act.fill' : 'leads.act.amend'),
      href: `/leads/${id}/edit`,
    };
  return { label: words.t('leads.act.show'), href: `/leads/${id}` };
}
