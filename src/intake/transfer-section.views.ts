import { holds, type Viewer } from '../domain/access/viewer';
import { transferRefusal } from '../domain/intake/transfer';
import { areaField, radiosField } from '../http/views/fields';
import { tag } from '../http/views/marks';
import { section, type Section, type SectionForm, type SectionSay } from '../http/views/section';
import type { SeenLead } from '../leads/lead-access.queries';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { TransferRead } from './transfers.queries';

const tones = { asked: 'amber', agreed: 'green', declined: 'red', told: 'blue', replaced: 'line' } as const;

/** What was proposed for a lead, on its page; null where nothing was. */
export function transferSection(
  viewer: Viewer,
  { lead }: SeenLead,
  transfers: readonly TransferRead[],
  words: Words,
): Section | null {
  if (transfers.length === 0) return null;
  const own = lead.scoutId === viewer.personId;
  const answers = own && transferRefusal(lead.state) === null;
  const isAsked = answers && transfers.some(({ state }) => state === 'asked');
  return section({
    id: 'transfer',
    heading: words.t('intake.transfer.title'),
    asks: isAsked,
    note: isAsked ? words.t('intake.transfer.answer') : '',
    says: transfers.map((transfer) => lineOf(transfer, { viewer, answers }, words)),
  });
}

function lineOf(
  transfer: TransferRead,
  { viewer, answers }: { viewer: Viewer; answers: boolean },
  words: Words,
): SectionSay {
  const fmt = formatsFor(words);
  const { id, leadId, kind, state, reason, tier, fromName, toName, proposedAt, byLabel, answer, answeredAt } =
    transfer;
  const what =
    kind === 'host'
      ? words.t('intake.transfer.host', { from: fromName ?? words.t('leads.noHost'), to: toName ?? '' })
      : words.t('intake.transfer.tier', { tier: words.t(`intake.tier.${tier ?? 'city'}`) });
  const said =
    answeredAt === null
      ? ''
      : words.t('intake.transfer.said', { at: fmt.dateTime(answeredAt), text: answer ?? words.t('ui.none') });
  const by = holds(viewer, 'secretariat', 'inspector') ? byLabel : words.t('questions.by.office');
  return {
    tag: tag(words.t(`intake.transfer.state.${state}`), tones[state], state),
    text: [what, words.t('intake.transfer.reason', { reason }), said].filter(Boolean).join('\n'),
    cite: words.t('questions.cite', { by, at: fmt.dateTime(proposedAt) }),
    forms: answers && state === 'asked' ? [answerForm(leadId, id, words)] : [],
  };
}

/** `typed` and `errors` where it came back. */
export function answerForm(
  leadId: string,
  id: string,
  words: Words,
  back: { text: string; errors: Readonly<Record<string, string>> } | null = null,
): SectionForm {
  return {
    id: `transfer-${id}`,
    action: `/leads/${leadId}/transfers/${id}/answer`,
    hidden: [],
    fields: [
      radiosField({
        name: 'answer',
        id: `transfer-${id}`,
        label: words.t('intake.transfer.word'),
        error: back?.errors['answer'] ?? '',
        options: (['agree', 'decline'] as const).map((value) => ({
          value,
          label: words.t(`intake.transfer.${value}`),
        })),
        stacked: true,
      }),
      areaField({
        name: 'text',
        id: `transfer-${id}-text`,
        label: words.t('intake.transfer.text'),
        hint: words.t('intake.transfer.text.hint'),
        value: back?.text ?? '',
        error: back?.errors['text'] ?? '',
        rows: 2,
        max: 500,
        stacked: true,
      }),
    ],
    submit: words.t('intake.transfer.submit'),
    tone: 'primary',
  };
}
