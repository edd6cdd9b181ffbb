import type { Instant } from '../domain/shared/instant';
import { letterMail, type MailDraft } from '../mail/letter';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { VetoRead } from './veto-standing';

interface Addressee {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

export interface VetoRaisedFacts {
  readonly person: Addressee;
  readonly roundId: string;
  readonly roundNumber: string;
  readonly position: number;
  readonly deadlineAt: Instant;
  /** Whether the addressee settles it, or is only told. */
  readonly isAsked: boolean;
  readonly url: string;
}

/**
 * To whom a raised veto concerns. Round and number of the item and nothing else: neither ground nor lead, because a
 * mail may be forwarded and its subject shows on a locked screen.
 */
export function vetoRaisedMail(facts: VetoRaisedFacts, words: Words): MailDraft {
  const { person, roundNumber: round, position, isAsked, url } = facts;
  const deadline = formatsFor(words).dateTimeFull(facts.deadlineAt);
  const key = isAsked ? 'asked' : 'told';
  return letterMail(words, {
    kind: 'round.attention',
    roundId: facts.roundId,
    to: { personId: person.id, name: person.name, address: person.email },
    subject: words.t('vetoes.mail.subject', { round }),
    heading: words.t('ballots.mail.heading', { name: person.name }),
    paragraphs: [
      words.t(`vetoes.mail.${key}.what`, { round, position }),
      words.t(`vetoes.mail.${key}.next`, { deadline }),
      words.t('vetoes.mail.secret'),
    ],
    action: { label: words.t(`vetoes.mail.${key}.act`), url },
  });
}

/** That a veto was settled: to whoever raised it, and to the secretariat with the address of its page. */
export function vetoSettledMail(
  facts: {
    readonly person: Addressee;
    readonly veto: VetoRead;
    readonly isRaiser: boolean;
    readonly url: string | null;
  },
  words: Words,
): MailDraft {
  const { person, veto, isRaiser, url } = facts;
  const { position } = veto;
  const round = veto.round.number;
  return letterMail(words, {
    kind: 'round.attention',
    roundId: veto.round.id,
    to: { personId: person.id, name: person.name, address: person.email },
    subject: words.t('vetoes.mail.subject', { round }),
    heading: words.t('ballots.mail.heading', { name: person.name }),
    paragraphs: [
      words.t(`vetoes.mail.settled.${isRaiser ? 'raiser' : 'office'}`, {
        round,
        position,
        state: words.t(`vetoes.state.${veto.state}`),
      }),
      words.t('vetoes.mail.secret'),
    ],
    ...(url === null ? {} : { action: { label: words.t('vetoes.mail.told.act'), url } }),
  });
}
