import { areaField } from '../http/views/fields';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import {
  afterForm,
  afterPage,
  afterSection,
  fact,
  TypedForm,
  type AfterPage,
  type SentBack,
} from './after-page.views';
import type { DeferredLead } from './follow-ups.queries';

/** The page on which the secretariat takes a deferred lead up again. */
export function callUpView(lead: DeferredLead, sent: SentBack | null, words: Words): AfterPage {
  const format = formatsFor(words);
  const typed = new TypedForm('callUp', sent);
  return afterPage(
    {
      dataPage: 'call-up',
      title: words.t('after.callUp.title', { lead: lead.number }),
      meta: [{ strong: lead.number }, lead.title],
      crumbs: [
        { label: words.t('after.list.title'), href: '/follow-ups' },
        { label: lead.number, href: `/leads/${lead.leadId}` },
      ],
      sections: [
        afterSection({
          id: 'deferral',
          title: words.t('after.deferral'),
          facts: {
            two: true,
            items: [
              fact(words.t('after.deferral.since'), format.dateTime(lead.deferredAt), lead.roundNumber),
              fact(words.t('after.deferral.lapses'), format.official(lead.dueAt)),
            ],
          },
        }),
      ],
      forms: [
        afterForm(
          {
            id: 'callUp',
            title: words.t('after.callUp'),
            action: `/leads/${lead.leadId}/call-up`,
            submit: words.t('after.callUp.submit'),
            refusal: lead.lapsed ? { because: 'deferralOver' } : null,
            consequences: [words.t('after.callUp.does.queue'), words.t('after.callUp.does.mail')],
            fields: [
              areaField({
                name: 'reason',
                label: words.t('results.ruling.reason'),
                hint: words.t('after.callUp.hint'),
                value: typed.value('reason'),
                required: true,
                rows: 3,
                max: 500,
                error: typed.error('reason'),
              }),
            ],
          },
          words,
        ),
      ],
      sent,
    },
    words,
  );
}
