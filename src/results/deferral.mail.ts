import { letterMail, type MailDraft } from '../mail/letter';
import type { Words } from '../words/words';

interface Facts {
  readonly person: { readonly id: string; readonly name: string; readonly email: string };
  readonly leadNumber: string;
  /** Why it was taken up again, or the day it lapsed. */
  readonly detail: string;
  readonly url: string;
}

function mailOf(kind: 'calledUp' | 'lapsed'): (facts: Facts, words: Words) => MailDraft {
  return ({ person, leadNumber: lead, detail, url }, words) =>
    letterMail(words, {
      kind: `deferral.${kind}`,
      to: { personId: person.id, name: person.name, address: person.email },
      subject: words.t(`after.mail.${kind}.subject`, { lead }),
      heading: words.t(`after.mail.${kind}.heading`, { lead }),
      paragraphs: [words.t(`after.mail.${kind}.what`, { lead, detail }), words.t(`after.mail.${kind}.next`)],
      action: { label: words.t('after.mail.lead.act'), url },
    });
}

/** To the scout: the deferred lead waits for the next round. */
export const deferralCalledUpMail = mailOf('calledUp');

/** To the scout: the deferral has lapsed. */
export const deferralLapsedMail = mailOf('lapsed');
