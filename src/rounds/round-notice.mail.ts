import { letterMail, type MailDraft } from '../mail/letter';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { roundMails } from './round-mails';

/** What somebody in charge of rounds is told, with the page on which they go on. */
export interface NoticeFacts {
  readonly person: { readonly id: string; readonly name: string; readonly email: string };
  readonly roundId: string;
  readonly roundNumber: string;
  readonly url: string;
}

/** Every seat has voted on every item: the round can be counted before its deadline. */
export function allVotedMail(facts: NoticeFacts & { readonly deadlineAt: string }, words: Words): MailDraft {
  const at = formatsFor(words).dateTimeFull(facts.deadlineAt);
  return notice('allVoted', facts, [words.t('rounds.mail.allVoted.what', { at })], words);
}

/** The deadline has locked the round: it waits for the count, or for an extension while a quorum is short. */
export function roundLockedMail(
  facts: NoticeFacts & { readonly awaited: number; readonly itemsShort: number },
  words: Words,
): MailDraft {
  const { awaited, itemsShort } = facts;
  const said = words.t('rounds.mail.locked.what', { n: awaited });
  const next = words.t(itemsShort > 0 ? 'rounds.mail.locked.short' : 'rounds.mail.locked.met', {
    n: itemsShort,
  });
  return notice('locked', facts, [said, next], words);
}

/** Somebody asks to reopen or void the round: a second person has to look at it. */
export function secondPersonMail(
  facts: NoticeFacts & { readonly kind: 'reopen' | 'void'; readonly by: string; readonly reason: string },
  words: Words,
): MailDraft {
  const { kind, by, reason } = facts;
  const what = words.t(`rounds.mail.second.${kind}`, { by, number: facts.roundNumber });
  return notice('second', facts, [what, words.t('rounds.mail.second.reason', { reason })], words);
}

function notice(
  name: 'allVoted' | 'locked' | 'second',
  { person, roundId, roundNumber: number, url }: NoticeFacts,
  paragraphs: readonly string[],
  words: Words,
): MailDraft {
  return letterMail(words, {
    kind: roundMails[name],
    to: { personId: person.id, name: person.name, address: person.email },
    roundId,
    subject: words.t(`rounds.mail.${name}.subject`, { number }),
    heading: words.t('rounds.mail.heading', { name: person.name }),
    paragraphs,
    action: { label: words.t(`rounds.mail.${name}.act`), url },
  });
}
