import type { Refusal } from '../domain/shared/refusal';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';

/** The sentence of a refusal beside a button, the same that the page of the refusal would say. */
export function refusalText({ because, details = {} }: Refusal, words: Words): string {
  const deadlineAt = details['deadlineAt'];
  const said = typeof deadlineAt === 'string' ? formatsFor(words).dateTime(deadlineAt) : '';
  const key = `refusal.${because}`;
  return words.has(key) ? words.t(key, { ...details, deadlineAt: said }) : words.t('error.409.what');
}
