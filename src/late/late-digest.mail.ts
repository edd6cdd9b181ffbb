import { letterMail, type MailDraft } from '../mail/letter';
import type { EscalationStep } from '../domain/promise/escalation';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { RunningPromise } from './late.queries';

/** One line of a digest. */
export interface DigestLine {
  readonly step: EscalationStep;
  readonly promise: Pick<
    RunningPromise,
    'kind' | 'number' | 'endsAt' | 'workdaysLate' | 'ownerName' | 'unitName' | 'turn'
  >;
}

/** Lines in one mail; the page has them all. */
export const mostLines = 30;

/** What a person is told of on a day: numbers, what is due, when and whose turn. No title, investor or amount. */
export function lateDigestMail(
  {
    person,
    lines,
    url,
  }: {
    readonly person: { readonly id: string; readonly name: string; readonly email: string };
    readonly lines: readonly DigestLine[];
    readonly url: string;
  },
  words: Words,
): MailDraft {
  const formats = formatsFor(words);
  const late = lines.filter(({ step }) => step !== 'owner').length;
  return letterMail(words, {
    kind: 'promise.digest',
    to: { personId: person.id, name: person.name, address: person.email },
    subject: words.t('promises.mail.digest.subject', { n: lines.length, late }),
    heading: words.t('promises.mail.hello', { name: person.name }),
    paragraphs: [
      words.t('promises.mail.digest.what', { n: lines.length, late }),
      ...(lines.length > mostLines
        ? [words.t('promises.mail.digest.more', { n: lines.length - mostLines })]
        : []),
    ],
    facts: lines.slice(0, mostLines).map(({ step, promise }) => [
      words.t('promises.mail.digest.name', {
        number: promise.number,
        kind: words.t(`promises.kind.${promise.kind}`),
      }),
      words.t(`promises.mail.digest.${step}`, {
        at: formats.dateTime(promise.endsAt),
        n: promise.workdaysLate,
        whose: ownerText(promise, words),
      }),
    ]),
    action: { label: words.t('promises.mail.digest.act'), url },
  });
}

/** Whose turn it is, as far as it is known: a person of a unit, a unit, or an office. */
export function ownerText(
  { ownerName, unitName, turn }: Pick<RunningPromise, 'ownerName' | 'unitName' | 'turn'>,
  words: Words,
): string {
  const role = words.t(`promises.turn.${turn}`);
  if (unitName === null) return role;
  return words.t('promises.owner', { role, name: [unitName, ownerName ?? ''].join(' ').trim() });
}
