import { holds, type Viewer } from '../domain/access/viewer';
import { areaField, radiosField, textField } from '../http/views/fields';
import type { Words } from '../words/words';
import { INTAKE_VERDICTS, intakeMoves } from './intake-verdicts';
import { ActFormMaker, type ActForm, type SentForm } from './lead-act-forms.views';
import { actorOf } from '../ledger/actor';
import type { LeadPageData } from './lead-page-data';
import { moveRefusal } from './lead-refusals';

/** The secretariat's decision; null for everyone else. */
export function intakeForm(
  viewer: Viewer,
  data: LeadPageData,
  sent: SentForm | null,
  words: Words,
): ActForm | null {
  if (!holds(viewer, 'secretariat')) return null;
  const make = new ActFormMaker('intake', data, sent, words);
  const { lead } = data.seen;
  const asked = { by: viewer.roles, actor: actorOf(viewer), reason: '-', other: lead };
  const refusals = INTAKE_VERDICTS.map((verdict) => moveRefusal(intakeMoves[verdict], lead, asked));
  const possible = refusals.some((refusal) => refusal === null);
  const fields = [
    radiosField({
      ...make.field('verdict', 'leads.intake.verdict'),
      options: make.choices('verdict', INTAKE_VERDICTS, 'leads.intake'),
    }),
    areaField({
      ...make.field('reason', 'leads.intake.reason', 'leads.intake.reasonHint'),
      rows: 4,
      max: 1000,
    }),
    textField({
      ...make.field('mergeInto', 'leads.intake.mergeInto', 'leads.intake.mergeHint'),
      placeholder: 'L-2026-00001',
    }),
  ];
  return make.finished(possible ? null : (refusals[0] ?? null), { note: '', fields, tone: 'primary' });
}

/** The scout takes the lead back; null for everyone else. */
export function withdrawalForm(
  viewer: Viewer,
  data: LeadPageData,
  sent: SentForm | null,
  words: Words,
): ActForm | null {
  const { lead } = data.seen;
  if (lead.scoutId !== viewer.personId) return null;
  const make = new ActFormMaker('withdrawal', data, sent, words);
  const refusal = moveRefusal('withdraw', lead, { by: viewer.roles, actor: actorOf(viewer) });
  const reason = areaField({ ...make.field('reason', 'leads.withdrawal.reason'), rows: 2, max: 500 });
  return make.finished(refusal, { note: words.t('leads.withdrawal.note'), fields: [reason], tone: 'danger' });
}
