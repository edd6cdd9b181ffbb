import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import { viewsFolder } from '../http/views/views-folder';
import type { Words } from '../words/words';
import type { MailBody } from './mail-body';
import type { Mail } from './outbox';

/** What a mail says. Only `action` becomes a link; whatever looks like one in the other texts is made harmless. */
export interface Letter {
  readonly heading: string;
  readonly paragraphs: readonly string[];
  /** Label and value, one line each. */
  readonly facts?: readonly (readonly [label: string, value: string])[];
  /** The one thing to press. Its address begins with BASE_URL. */
  readonly action?: { readonly label: string; readonly url: string };
  /** Another way to the same, for who cannot press: an address of ours to be typed, and what to do there. */
  readonly byHand?: { readonly text: string; readonly url: string };
  /** Instead of the usual closing line. */
  readonly footer?: string;
}

/** What `Outbox.enqueue` takes; the functions in `*.mail.ts` return it. */
export type MailDraft = Mail;

/** Both forms of a letter, in the language of `words`, saying the same. */
export function renderMail(words: Words, letter: Letter): MailBody {
  const footer = (letter.footer ?? words.t('mail.letter.footer')).split('\n');
  const heading = unlinked(letter.heading);
  const paragraphs = letter.paragraphs.map(unlinked);
  const facts = (letter.facts ?? []).map(([label, value]) => ({ label, value: unlinked(value) }));
  const sign = words.t('mail.letter.sign');
  const copy = words.t('mail.letter.copy');
  const blocks = [
    heading,
    ...paragraphs,
    facts.map((fact) => words.t('mail.letter.fact', fact)).join('\n'),
    letter.action
      ? words.t('mail.letter.fact', { label: letter.action.label, value: `\n${letter.action.url}` })
      : '',
    letter.byHand ? `${unlinked(letter.byHand.text)}\n${letter.byHand.url}` : '',
    ['—', sign, ...footer].join('\n'),
  ];
  const html = template()({
    lang: words.locale,
    sign,
    heading,
    paragraphs: paragraphs.map((text) => ({ text })),
    facts,
    action: letter.action ? { ...letter.action, copy } : null,
    byHand: letter.byHand ? { ...letter.byHand, text: unlinked(letter.byHand.text) } : null,
    footer: footer.map((text, index) => ({ text, last: index === footer.length - 1 })),
  });
  return { text: `${blocks.filter((block) => block !== '').join('\n\n')}\n`, html };
}

/** A whole mail in one call: who gets it, what it is about, and the letter. */
export function letterMail(words: Words, mail: Omit<Mail, 'text' | 'html'> & Letter): MailDraft {
  const { kind, to, subject, roundId = null } = mail;
  return { kind, to, subject, roundId, ...renderMail(words, mail) };
}

/**
 * Names, titles and reasons are written by people. Mail programs turn whatever looks like an address into a link,
 * so an invisible break goes into it: nobody can phish through our letters.
 */
function unlinked(text: string): string {
  return text
    .replace(/[\p{Cc}]+/gu, ' ')
    .replaceAll('://', ':\u200b//')
    .replace(/(?<=[\p{L}\p{N}-])\.(?=\p{L}{2})/gu, '.\u200b');
}

let compiled: HandlebarsTemplateDelegate | undefined;

/** The mail layout is read once, beside the pages' engine, because mails are made without a page around them. */
function template(): HandlebarsTemplateDelegate {
  compiled ??= Handlebars.create().compile(readFileSync(join(viewsFolder(), 'mail', 'letter.hbs'), 'utf8'), {
    strict: true,
    knownHelpersOnly: true,
  });
  return compiled;
}
