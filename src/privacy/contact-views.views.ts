import type { AccessRecord } from '../access-log/access-record.entity';
import { maskedMail, maskedName, maskedPhone } from '../domain/access/masked';
import type { Viewer } from '../domain/access/viewer';
import { CONTACT_MINUTES, CONTACT_PURPOSES } from '../domain/privacy/contact-purposes';
import { pageHead } from '../http/views/acts';
import { errorSummary, radiosField, textField } from '../http/views/fields';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { ContactPageData } from './contact-views.queries';

interface Sent {
  readonly typed: Readonly<Record<string, unknown>>;
  readonly errors: Readonly<Record<string, string>>;
}

/** `/leads/:id/contact-views`. */
export function contactViewsPage(
  viewer: Viewer,
  data: ContactPageData,
  { typed, errors }: Sent,
  words: Words,
) {
  const { seen, open, until, refusal, views, now } = data;
  const { lead } = seen;
  const fmt = formatsFor(words);
  const title = words.t('contacts.title');
  const own = lead.scoutId === viewer.personId;
  const asks = !open && refusal === null && lead.peopleErasedAt === null;
  const watermark = words.t('contacts.watermark', {
    name: viewer.name,
    unit: viewer.unitName,
    at: fmt.dateTimeFull(now),
  });
  return {
    page: {
      title,
      dataPage: 'contact-views',
      ...(own ? {} : { watermark }),
      crumbs: [
        { label: words.t('menu.desk'), href: '/' },
        { label: lead.number ?? words.t('leads.noNumber'), href: `/leads/${lead.id}` },
        { label: title },
      ],
      head: pageHead({ title, meta: [{ strong: lead.number ?? '' }, words.t('contacts.intro')] }),
    },
    errors: errorSummary(words.t('ui.errors.title', { n: Object.keys(errors).length }), errors),
    contact: { two: false, items: contactFacts(data, words) },
    until: until === null ? '' : words.t('contacts.until', { at: fmt.time(until) }),
    erased:
      lead.peopleErasedAt === null
        ? ''
        : words.t('contacts.erased', { day: fmt.official(lead.peopleErasedAt) }),
    form: asks
      ? {
          action: `/leads/${lead.id}/contact-views`,
          note: words.t('contacts.form.note', { n: CONTACT_MINUTES }),
          fields: fieldsOf(typed, errors, words),
        }
      : null,
    views: views === null ? null : { rows: views.map((record) => viewLine(record, words)) },
  };
}

function contactFacts({ seen, open }: ContactPageData, words: Words) {
  const { contact } = seen.content;
  const line = (key: 'name' | 'title' | 'mobile' | 'email', mask: (text: string) => string) => {
    const value = contact[key];
    if (value === null || value === '') return [];
    return [
      { label: words.t(`lead.field.contact.${key}.label`), value: open ? value : mask(value), sub: '' },
    ];
  };
  return [
    ...line('name', maskedName),
    ...line('title', (text) => text),
    ...line('mobile', maskedPhone),
    ...line('email', maskedMail),
  ];
}

function fieldsOf(typed: Sent['typed'], errors: Sent['errors'], words: Words) {
  const text = typed['text'];
  return [
    radiosField({
      name: 'purpose',
      label: words.t('contacts.purpose'),
      required: true,
      error: errors['purpose'] ?? '',
      options: CONTACT_PURPOSES.map((value) => ({
        value,
        label: words.t(`contacts.purpose.${value}`),
        selected: typed['purpose'] === value,
      })),
    }),
    textField({
      name: 'text',
      label: words.t('contacts.text'),
      hint: words.t('contacts.text.hint'),
      required: true,
      value: typeof text === 'string' ? text : '',
      error: errors['text'] ?? '',
    }),
  ];
}

function viewLine({ id, at, label, detail }: AccessRecord, words: Words) {
  const [purpose = '', ...rest] = detail.split(' ');
  const key = `contacts.purpose.${purpose}`;
  return {
    id,
    who: label,
    at: formatsFor(words).dateTime(at),
    why: words.has(key) ? words.t('contacts.why', { purpose: words.t(key), text: rest.join(' ') }) : detail,
  };
}
