import type { Viewer } from '../domain/access/viewer';
import type { Instant } from '../domain/shared/instant';
import { areaField } from '../http/views/fields';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import {
  afterForm,
  afterPage,
  afterSection,
  fact,
  TypedForm,
  type AfterForm,
  type AfterPage,
  type AfterSection,
  type SentBack,
} from './after-page.views';
import type { AdmissionCondition } from './condition.entity';
import { mayCheck, mayReport } from './condition-rules';
import { conditionLine } from './conditions.views';

interface OnePage {
  readonly condition: AdmissionCondition;
  readonly leadNumber: string;
  readonly leadTitle: string;
  readonly hostUnitId: string | null;
  readonly viewer: Viewer;
  readonly now: Instant;
  readonly sent: SentBack | null;
}

/** The page of one condition: where it stands, the report, and the second person's check. */
export function conditionView(data: OnePage, words: Words): AfterPage {
  const { condition, viewer, sent, leadNumber, leadTitle } = data;
  const { state } = condition;
  const reports = state === 'open' && mayReport(viewer, condition, data.hostUnitId);
  const checks = state === 'reported' && mayCheck(viewer);
  return afterPage(
    {
      dataPage: 'condition',
      title: words.t('after.condition.title', { lead: leadNumber }),
      meta: [{ strong: leadNumber }, leadTitle],
      crumbs: [{ label: leadNumber, href: `/leads/${condition.leadId}` }],
      sections: [standing(data, words)],
      forms: [...(reports ? [reportForm(data, words)] : []), ...(checks ? [checkForm(data, words)] : [])],
      sent,
    },
    words,
  );
}

function standing({ condition, now }: OnePage, words: Words): AfterSection {
  const format = formatsFor(words);
  const { state, reportedAt, reportedByLabel, report, endedAt, endedByLabel, note } = condition;
  const by = (label: string | null, at: Instant): string =>
    words.t('after.by', { by: label ?? '', at: format.dateTime(at) });
  return afterSection({
    id: 'condition',
    title: words.t('after.condition.stands'),
    list: { items: [conditionLine(condition, now, words)] },
    facts: {
      two: true,
      items: [
        fact(words.t('after.condition.setBy'), condition.setByLabel, format.dateTime(condition.setAt)),
        ...(reportedAt === null
          ? []
          : [fact(words.t('after.condition.report'), report ?? '', by(reportedByLabel, reportedAt))]),
        ...(endedAt === null
          ? []
          : [
              fact(
                words.t('after.condition.ended'),
                words.t(`after.condition.state.${state}`),
                by(endedByLabel, endedAt),
              ),
            ]),
        ...(note === null ? [] : [fact(words.t('after.condition.note'), note)]),
      ],
    },
  });
}

function reportForm({ condition, sent }: OnePage, words: Words): AfterForm {
  const typed = new TypedForm('report', sent);
  return afterForm(
    {
      id: 'report',
      title: words.t('after.condition.report.form'),
      action: `/conditions/${condition.id}/report`,
      submit: words.t('after.condition.report.submit'),
      note: words.t('after.condition.report.note'),
      fields: [
        areaField({
          name: 'report',
          label: words.t('after.condition.report'),
          value: typed.value('report'),
          required: true,
          rows: 3,
          max: 500,
          error: typed.error('report'),
        }),
      ],
    },
    words,
  );
}

function checkForm({ condition, viewer, sent }: OnePage, words: Words): AfterForm {
  const typed = new TypedForm('check', sent);
  const own = condition.reportedById === viewer.personId;
  return afterForm(
    {
      id: 'check',
      title: words.t('after.condition.check.form'),
      action: `/conditions/${condition.id}/check`,
      submit: '',
      verdicts: [
        { label: words.t('after.condition.confirm'), value: 'confirm', tone: 'primary' },
        { label: words.t('after.condition.sendBack'), value: 'sendBack', tone: '' },
      ],
      refusal: own ? { because: 'conditionSecondPerson' } : null,
      fields: [
        areaField({
          name: 'note',
          label: words.t('after.condition.note'),
          hint: words.t('after.condition.note.hint'),
          value: typed.value('note'),
          rows: 2,
          max: 500,
          error: typed.error('note'),
        }),
      ],
    },
    words,
  );
}
