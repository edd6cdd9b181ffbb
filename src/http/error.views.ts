import type { Refusal } from '../domain/shared/refusal';
import type { Words } from '../words/words';
import type { KeptForm } from './kept-form';
import { errorPage, ErrorStatus, Message } from './views/message';

const told: readonly number[] = [400, 403, 404, 409, 410, 413, 422, 429, 500];

/** The status as one of those that have words of their own. */
export function toldStatus(status: number): ErrorStatus {
  if (told.includes(status)) return status as ErrorStatus;
  return status >= 500 ? 500 : 400;
}

/** The page of a status, with the sentence of the rule that said no. What a form held is offered to be sent again. */
export function refusalView(
  refusal: Refusal,
  status: number,
  form: KeptForm | null,
  requestId: string,
  words: Words,
): Message {
  const key = `refusal.${refusal.because}`;
  return errorPage(toldStatus(status), words, {
    ...(words.has(key) ? { what: words.t(key, refusal.details) } : {}),
    ...(form
      ? { kept: words.t('error.kept.typed'), replay: { ...form, label: words.t('error.replay.act') } }
      : {}),
    requestId,
  });
}
