import { OPINION_VERDICTS } from '../domain/fair-competition/gate';
import type { Refusal } from '../domain/shared/refusal';
import { errorOf, typedText, type FieldError } from '../http/forms';
import { act, pageHead } from '../http/views/acts';
import { areaField, fileField, radiosField, textField } from '../http/views/fields';
import type { PageModel } from '../http/views/frame';
import type { Tag } from '../http/views/marks';
import { officeForm, type OfficeForm } from '../http/views/office-form';
import { section, sectionLine, type Section } from '../http/views/section';
import type { Words } from '../words/words';
import type { LeadGate } from './fair-competition.queries';
import { gateTag, opinionSay, requestLine, type OpinionSay, type RequestLine } from './gate-lines.views';
import type { FairCompetitionOpinion } from './opinion.entity';

/** What the page of a lead's gate shows. */
export interface GatePage {
  readonly lead: { readonly id: string; readonly number: string | null; readonly title: string };
  readonly gate: LeadGate;
  readonly opinions: readonly FairCompetitionOpinion[];
  /** Why the viewer gives no opinion now; null where they may. Undefined for whoever never gives any. */
  readonly refusal: Refusal | null | undefined;
  readonly key: string;
}

export interface GateModel extends PageModel {
  readonly state: Tag;
  readonly note: string;
  readonly requests: readonly RequestLine[];
  readonly opinions: readonly OpinionSay[];
  readonly form: OfficeForm | null;
}

/** What a lead asks for, request by request, with the opinions on it and the form for another. */
export function gateView(
  { lead, gate, opinions, refusal, key }: GatePage,
  sent: { readonly body: Record<string, unknown>; readonly errors: readonly FieldError[] } | null,
  words: Words,
): GateModel {
  const title = words.t('gate.title');
  return {
    page: {
      title: words.t('gate.title.of', { title: lead.title }),
      dataPage: 'fair-competition',
      crumbs: [
        { label: words.t('menu.desk'), href: '/' },
        { label: lead.number ?? lead.title, href: `/leads/${lead.id}` },
        { label: title },
      ],
      head: pageHead({ title, meta: [{ strong: lead.number ?? '' }, lead.title] }),
    },
    state: gateTag(gate.state, words),
    note: words.t(gate.requests.length === 0 ? 'gate.note.none' : `gate.note.${gate.state}`),
    requests: gate.requests.map((request) => requestLine(request, words)),
    opinions: opinions.map((opinion) =>
      opinionSay(
        opinion,
        { isOutdated: opinion.requestsDigest !== gate.requestsDigest, withName: true, withFile: true },
        words,
      ),
    ),
    form:
      refusal === undefined || gate.requests.length === 0
        ? null
        : opinionForm(lead.id, refusal, key, sent, words),
  };
}

function opinionForm(
  leadId: string,
  refusal: Refusal | null,
  key: string,
  sent: { readonly body: Record<string, unknown>; readonly errors: readonly FieldError[] } | null,
  words: Words,
): OfficeForm {
  const body = sent?.body ?? {};
  const errors = sent?.errors ?? [];
  const shared = (name: string) => ({
    name,
    label: words.t(`gate.field.${name}`),
    value: typedText(body, name),
    error: errorOf(errors, name),
    disabled: refusal !== null,
  });
  return officeForm(
    {
      id: 'opinion',
      action: `/leads/${leadId}/fair-competition/opinions`,
      multipart: true,
      hidden: [{ name: 'idempotencyKey', value: typedText(body, 'idempotencyKey') || key }],
      errors,
      groups: [
        {
          title: words.t('gate.opinion.give'),
          note: words.t('gate.opinion.give.note'),
          fields: [
            radiosField({
              ...shared('verdict'),
              required: true,
              options: OPINION_VERDICTS.map((value) => ({
                value,
                label: words.t(`gate.verdict.${value}`),
                selected: typedText(body, 'verdict') === value,
              })),
            }),
            textField({
              ...shared('basis'),
              required: true,
              hint: words.t('gate.hint.basis'),
              autocomplete: 'off',
            }),
            areaField({ ...shared('text'), rows: 4, hint: words.t('gate.hint.text') }),
            textField({ ...shared('documentNo'), optional: true, autocomplete: 'off' }),
            fileField({ ...shared('file'), optional: true, accept: '.pdf,.docx,.jpg,.png' }),
          ],
        },
      ],
      submit: words.t('gate.opinion.submit'),
      cancel: { label: words.t('ui.back'), href: `/leads/${leadId}` },
      why: refusal === null ? '' : words.t(`refusal.${refusal.because}`, refusal.details),
    },
    words,
  );
}

/** Beside the lead: each request with its mark, the opinion, and the way to the whole. */
export function gateSection(leadId: string, gate: LeadGate, mayOpine: boolean, words: Words): Section | null {
  if (gate.requests.length === 0) return null;
  const href = `/leads/${leadId}/fair-competition`;
  const wants = mayOpine && gate.state === 'opinionMissing';
  return section({
    id: 'fair-competition',
    heading: words.t('gate.title'),
    asks: wants,
    tag: gateTag(gate.state, words),
    note: words.t(`gate.note.${gate.state}`),
    list: {
      items: gate.requests.map((request) => {
        const { asked, match, flags, tag } = requestLine(request, words);
        return sectionLine({
          title: asked,
          when: flags.length > 0 ? flags.map(({ title }) => title).join(words.t('format.comma')) : match,
          tag,
        });
      }),
    },
    acts: [
      act({
        label: words.t(wants ? 'gate.opinion.give' : 'gate.show'),
        href: wants ? `${href}#opinion` : href,
        tone: wants ? 'primary' : '',
        size: 'small',
      }),
    ],
  });
}
