import type { Instant } from '../domain/shared/instant';
import { pageHead } from '../http/views/acts';
import { pager, query } from '../http/views/lists';
import { tag, TagTone } from '../http/views/marks';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { MailBody } from './mail-body';
import type { MailCounts, MailHead } from './mail.queries';
import type { MailState } from './outbox-mail.entity';
import { exportAct, listSheet } from '../http/views/list-sheet';
import type { Sheet } from '../http/spreadsheet';

/** A piece of a list, pages counted from 1. */
export interface MailList {
  mails: readonly MailHead[];
  total: number;
  page: number;
  size: number;
}

const tones: Readonly<Record<MailState, TagTone>> = {
  queued: 'amber',
  sending: 'blue',
  sent: 'green',
  failed: 'red',
  dropped: '',
};

/** `/admin/mail`: how the sending goes and what went wrong; never what a mail says. */
export function mailStatus(
  list: MailList & { counts: MailCounts; oldest: Instant | null; now: Instant },
  words: Words,
) {
  const { counts, oldest, now, mails, total, page, size } = list;
  const fmt = formatsFor(words);
  const waiting = counts.queued + counts.sending;
  const count = (state: MailState): object =>
    figure(words.t(`mail.state.${state}`), fmt.number(counts[state]));
  return {
    page: {
      title: words.t('mail.title'),
      dataPage: 'mail-status',
      crumbs: [{ label: words.t('mail.title') }],
      head: pageHead({
        title: words.t('mail.title'),
        meta: [words.t('mail.meta', { sent: counts.sent, waiting }), words.t('mail.intro')],
        acts: [exportAct('/admin/mail.xlsx', words)],
      }),
    },
    figures: {
      items: [
        count('sent'),
        count('queued'),
        count('failed'),
        count('dropped'),
        figure(
          words.t('mail.figures.oldest'),
          oldest ? fmt.span(Math.max(0, Date.parse(now) - Date.parse(oldest))) : words.t('mail.figures.none'),
        ),
      ],
    },
    rows: mails.map((mail) => ({
      ...line(mail, words),
      attempts: words.t('mail.attempts', { n: mail.attempts }),
      next: mail.state === 'queued' ? fmt.dateTimeShort(mail.nextAt) : '',
      error: errorWords(mail.lastError, words),
    })),
    pager: pager({ total, page, size, href: (n, s) => `/admin/mail?page=${n}&size=${s}` }, words),
  };
}

/** `/dev/mail`: every mail of the demo. */
export function mailboxIndex(list: MailList & { wanted: string }, words: Words) {
  const { mails, total, page, size, wanted } = list;
  const address = (n: number, s: number): string =>
    `/dev/mail?${new URLSearchParams({ q: wanted, page: `${n}`, size: `${s}` }).toString()}`;
  return {
    page: {
      title: words.t('mailbox.title'),
      dataPage: 'mailbox-index',
      crumbs: [{ label: words.t('mailbox.title') }],
      head: pageHead({
        title: words.t('mailbox.title'),
        meta: [words.t('mailbox.meta', { count: total }), words.t('mailbox.intro')],
      }),
    },
    query: query({
      action: '/dev/mail',
      search: { name: 'q', label: words.t('mailbox.search'), value: wanted },
    }),
    rows: mails.map((mail) => line(mail, words)),
    pager: pager({ total, page, size, href: address }, words),
  };
}

/** `/dev/mail/:id`: one mail, its links ready to be pressed. */
export function mailboxShow(mail: MailHead, body: MailBody | null, baseUrl: string, words: Words) {
  return {
    page: {
      title: mail.subject,
      dataPage: 'mailbox-show',
      crumbs: [{ label: words.t('mailbox.title'), href: '/dev/mail' }, { label: mail.subject }],
      head: pageHead({ title: mail.subject, meta: [recipient(mail, words)] }),
    },
    id: mail.id,
    files: (body?.attachments ?? []).map(({ name }, at) => ({
      label: name,
      href: `/dev/mail/${mail.id}/files/${at + 1}`,
    })),
    links: ownLinks(body?.text ?? '', baseUrl),
    mail: {
      to: recipient(mail, words),
      subject: mail.subject,
      sentAt: formatsFor(words).dateTimeFull(mail.createdAt),
      kind: mail.kind,
      text: body?.text ?? words.t('mailbox.gone'),
      htmlHref: body ? `/dev/mail/${mail.id}/html` : '',
    },
  };
}

/** The addresses of this site that a text holds, as paths, so that they work on whatever port the demo runs. */
function ownLinks(text: string, baseUrl: string): { href: string; label: string }[] {
  const found = text.match(/https?:\/\/[^\s<>"]+/g) ?? [];
  return found
    .filter((url) => url.startsWith(`${baseUrl}/`))
    .map((label) => ({ label, href: label.slice(baseUrl.length) }));
}

function line(mail: MailHead, words: Words) {
  return {
    id: mail.id,
    href: `/dev/mail/${mail.id}`,
    subject: mail.subject,
    kind: mail.kind,
    to: mail.toName || mail.toAddress,
    address: mail.toAddress,
    at: formatsFor(words).dateTimeShort(mail.createdAt),
    state: tag(words.t(`mail.state.${mail.state}`), tones[mail.state], mail.state),
  };
}

function recipient(mail: MailHead, words: Words): string {
  return words.t('mailbox.to', { name: mail.toName, address: mail.toAddress });
}

/** The short words that the outbox writes itself; anything else is what the other server said. */
function errorWords(said: string | null, words: Words): string {
  if (said === null) return '';
  if (said === 'address' || said === 'body') return words.t(`mail.error.${said}`);
  return said.startsWith('expired ') ? words.t('mail.error.expired', { said: said.slice(8) }) : said;
}

const figure = (label: string, value: string): object => ({ label, note: '', value, sub: '' });

/** Mails with problems to take away; never what a mail says. */
export function mailSheet(model: ReturnType<typeof mailStatus>, words: Words): Sheet {
  return listSheet(
    words.t('mail.problems.title'),
    [
      [words.t('mail.column.mail'), 50, 'subject'],
      [words.t('sheets.at'), 24, 'at'],
      [words.t('mail.column.to'), 40, ({ to, address }) => [to, address]],
      [words.t('mail.column.state'), 12, 'state'],
      [words.t('mail.column.attempts'), 14, 'attempts'],
      [words.t('mail.column.error'), 60, 'error'],
    ],
    model.rows,
  );
}
