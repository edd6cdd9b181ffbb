import type { BallotForm, BallotRoom, RoomItem } from '../ballots/seat-papers.queries';
import { SCAN_TYPES } from '../domain/ballot/paper-ballot';
import { act, pageHead, type Act, type Hidden } from '../http/views/acts';
import { checksField, fileField, textField, type ErrorSummary, type Field } from '../http/views/fields';
import type { PageModel } from '../http/views/frame';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';

/** What was entered beside the ballot, and what is wrong with it, by field. */
export interface SentPaper {
  readonly signedOn: string;
  readonly declares: boolean;
  readonly errors: Readonly<Record<string, string>>;
  /** A scan that lies in its place already: the sealed field that names it, and what it is called. */
  readonly kept: { readonly packed: string; readonly name: string } | null;
}

export interface PaperEntryModel extends PageModel {
  readonly action: string;
  readonly summary: ErrorSummary | null;
  readonly notice: {
    readonly tone: 'warn';
    readonly title: string;
    readonly text: string;
    readonly items: readonly [];
  };
  readonly hidden: readonly Hidden[];
  readonly sheet: readonly Field[];
  readonly form: BallotForm;
  readonly comment: Field;
  readonly note: Field;
  readonly submit: Act;
  readonly back: { readonly label: string; readonly href: string };
}

export interface PaperEntryRead {
  readonly room: BallotRoom;
  readonly item: RoomItem;
  readonly title: string;
  readonly form: BallotForm;
  readonly sent: SentPaper;
}

/** The screen on which a sheet of paper is entered. Entering casts nothing. */
export function paperEntryView(read: PaperEntryRead, words: Words): PaperEntryModel {
  const { room, item, title: lead, form } = read;
  const fmt = formatsFor(words);
  const back = { label: words.t('paperBallots.back.seat'), href: seatPath(room) };
  const title = words.t('paperBallots.enter.title', { item: item.position, unit: room.seat.unitName });
  const deadline = fmt.dateTimeFull(room.deadlineAt);
  return {
    page: {
      title,
      dataPage: 'paper-entry',
      crumbs: [
        { label: words.t('rounds.crumb.desk'), href: '/' },
        { label: room.roundNumber, href: `/rounds/${room.roundId}` },
        { label: words.t('paperBallots.seat.crumb'), href: back.href },
        { label: words.t('paperBallots.enter.crumb') },
      ],
      head: pageHead({
        title,
        meta: [
          { strong: lead },
          words.t('paperBallots.voter', { name: room.seat.voter.name }),
          words.t('rounds.aside.deadline', { at: fmt.dateTime(room.deadlineAt) }),
        ],
      }),
    },
    action: `${seatPath(room)}/${item.id}`,
    summary: summaryOf(read, words),
    notice: {
      tone: 'warn',
      title: words.t('paperBallots.enter.notice.title'),
      text: words.t('paperBallots.enter.notice', { deadline }),
      items: [],
    },
    hidden: read.sent.kept === null ? [] : [{ name: 'receivedFile', value: read.sent.kept.packed }],
    sheet: sheetFields(read.sent, words),
    form,
    comment: form.comment,
    note: { ...form.note, optional: true },
    submit: act({
      id: 'enter',
      form: 'paper-form',
      label: words.t('paperBallots.enter.submit'),
      tone: 'primary',
      why: words.t('paperBallots.enter.why'),
    }),
    back,
  };
}

export const seatPath = (room: BallotRoom): string =>
  `/rounds/${room.roundId}/seats/${room.seat.id}/paper-ballots`;

function sheetFields({ signedOn, declares, errors, kept }: SentPaper, words: Words): Field[] {
  return [
    textField({
      name: 'signedOn',
      stacked: true,
      label: words.t('paperBallots.field.signedOn'),
      type: 'date',
      required: true,
      value: signedOn,
      error: errors['signedOn'] ?? '',
      hint: words.t('paperBallots.field.signedOn.hint'),
    }),
    fileField({
      name: 'scan',
      stacked: true,
      label: words.t('paperBallots.field.scan'),
      required: true,
      accept: SCAN_TYPES.join(','),
      error: errors['scan'] ?? '',
      hint:
        kept === null
          ? words.t('paperBallots.field.scan.hint')
          : words.t('paperBallots.field.scan.kept', { name: kept.name }),
    }),
    checksField({
      name: 'declared',
      stacked: true,
      label: words.t('paperBallots.field.declared'),
      options: [{ value: 'none', label: words.t('paperBallots.field.declared.none'), selected: declares }],
      error: errors['declared'] ?? '',
      hint: words.t('paperBallots.field.declared.hint'),
    }),
  ];
}

function summaryOf({ form, sent }: PaperEntryRead, words: Words): ErrorSummary | null {
  const own = Object.entries(sent.errors).map(([field, text]) => ({ href: `#${field}`, text, note: '' }));
  const items = [...own, ...(form.summary?.items ?? [])];
  return items.length === 0 ? null : { title: words.t('ui.errors.title', { n: items.length }), items };
}
