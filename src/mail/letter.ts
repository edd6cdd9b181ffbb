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
  /** Where there are several things to press: each with what it is about. */
  readonly parts?: readonly LetterPart[];
  /** Instead of the usual closing line. */
  readonly footer?: string;
}

/** One of several things that a mail asks for. */
export interface LetterPart {
  readonly heading: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly action: { readonly label: string; readonly url: string };
  readonly byHand: { readonly text: string; readonly url: string };
}

/** What `Outbox.enqueue` takes; the functions in `*.mail.ts` return it. */
export type MailDraft = Mail;

/** Both forms of a letter, in the language of `words`, saying the same. */
export function renderMail(words: Words, letter: Letter): MailBody {
  const footer = (letter.footer ?? words.t('mail.letter.footer')).split('\n');
  const heading = unlinked(letter.heading);
  const paragraphs = letter.paragraphs.map(unlinked);
  const facts = linesOf(letter.facts ?? []);
  const parts = (letter.parts ?? []).map((part) => ({
    heading: unlinked(part.heading),
    facts: linesOf(part.facts),
    action: part.action,
    byHand: part.byHand,
  }));
  const sign = words.t('mail.letter.sign');
  const copy = words.t('mail.letter.copy');
  const blocks = [
    heading,
    ...paragraphs,
    factLines(facts, words),
    letter.action ? actionLine(letter.action, words) : '',
    byHandLines(letter.byHand),
    ...parts.map((part) =>
      [
        part.heading,
        factLines(part.facts, words),
        actionLine(part.action, words),
        byHandLines(part.byHand),
      ].join('\n'),
    ),
    ['—', sign, ...footer].join('\n'),
  ];
  const html = template()({
    lang: words.locale,
    sign,
    heading,
    paragraphs: paragraphs.map((text) => ({ text })),
    facts,
    action: letter.action ? { ...letter.action, copy } : null,
    byHand: shownByHand(letter.byHand),
    parts: parts.map((part) => ({
      ...part,
      action: { ...part.action, copy },
      byHand: shownByHand(part.byHand),
    })),
    footer: footer.map((text, index) => ({ text, last: index === footer.length - 1 })),
  });
  return { text: `${blocks.filter((block) => block !== '').join('\n\n')}\n`, html };
}

const linesOf = (facts: LetterPart['facts']): { label: string; value: string }[] =>
  facts.map(([label, value]) => ({ label, value: unlinked(value) }));

const factLines = (facts: readonly { label: string; value: string }[], words: Words): string =>
  facts.map((fact) => words.t('mail.letter.fact', fact)).join('\n');

const actionLine = ({ label, url }: LetterPart['action'], words: Words): string =>
  words.t('mail.letter.fact', { label, value: `\n${url}` });

const shownByHand = (byHand: Letter['byHand']): Letter['byHand'] | null =>
  byHand ? { ...byHand, text: unlinked(byHand.text) } : null;

const byHandLines = (byHand: Letter['byHand']): string =>
  byHand ? `${unlinked(byHand.text)}\n${byHand.url}` : '';

/** A whole mail in one call: who gets it, what it is about, and the letter. */
export function letterMail(words: Words, mail: Omit<Mail, 'text' | 'html'> & Letter): MailDraft {
  const { kind, to, subject, roundId = null, attachments = [] } = mail;
  return { kind, to, subject, roundId, attachments, ...renderMail(words, mail) };
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
