import type { BallotForm, BallotRoom, RoomItem } from '../ballots/seat-papers.queries';
import type { PageModel } from '../http/views/frame';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';

/** One criterion on the sheet: its boxes, or what follows from the form of the lead and the two boxes beside it. */
export interface SheetCriterion {
  readonly name: string;
  readonly anchors: readonly string[];
  readonly computed: string;
  readonly boxes: readonly string[];
  readonly reasonLabel: string;
}

export interface SheetPage {
  readonly heading: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly howTo: string;
  readonly criteria: readonly SheetCriterion[];
  readonly noCriteria: string;
  readonly votes: readonly string[];
  readonly voteNotes: readonly string[];
  readonly isLast: boolean;
}

export interface PaperSheetModel extends PageModel {
  readonly back: { readonly label: string; readonly href: string };
  readonly note: string;
  readonly acts: readonly [];
  readonly pages: readonly SheetPage[];
  readonly empty: string;
}

export interface PaperSheetRead {
  readonly room: BallotRoom;
  readonly items: readonly { readonly item: RoomItem; readonly title: string; readonly form: BallotForm }[];
}

/** The sheets of one seat to be printed, an A4 page or more for each item that it still has to judge. */
export function paperSheetView({ room, items }: PaperSheetRead, words: Words): PaperSheetModel {
  return {
    page: {
      title: words.t('paperBallots.sheet.title', { round: room.roundNumber, unit: room.seat.unitName }),
      dataPage: 'paper-sheet',
      layout: 'document',
    },
    back: {
      label: words.t('paperBallots.back.seat'),
      href: `/rounds/${room.roundId}/seats/${room.seat.id}/paper-ballots`,
    },
    note: words.t('paperBallots.sheet.note'),
    acts: [],
    pages: items.map((one, at) => sheetPage(room, one, at === items.length - 1, words)),
    empty: items.length === 0 ? words.t('paperBallots.sheet.empty') : '',
  };
}

function sheetPage(
  room: BallotRoom,
  { item, title, form }: PaperSheetRead['items'][number],
  isLast: boolean,
  words: Words,
): SheetPage {
  const fact = (key: string, value: string) => ({ label: words.t(`paperBallots.sheet.${key}`), value });
  return {
    heading: words.t('paperBallots.sheet.heading'),
    facts: [
      fact('round', `${room.roundNumber} ${room.roundTitle}`),
      fact(
        'item',
        words.t('paperBallots.sheet.itemNo', { item: item.position, lead: item.leadNumber, title }),
      ),
      fact(
        'seat',
        words.t('paperBallots.sheet.seatOf', {
          unit: room.seat.unitName,
          kind: words.t(`panelKind.${room.seat.kind}`),
        }),
      ),
      fact('voter', room.seat.voter.name),
      fact('deadline', formatsFor(words).dateTimeFull(room.deadlineAt)),
    ],
    howTo: words.t('paperBallots.sheet.howTo'),
    criteria: form.scales.map((scale) => criterionOf(scale, words)),
    noCriteria: form.noScales,
    votes: form.vote.options.map(({ label }) => box(label)),
    voteNotes: form.vote.options
      .filter(({ note }) => note !== '')
      .map(({ label, note }) => words.t('paperBallots.sheet.voteNote', { label, note })),
    isLast,
  };
}

function criterionOf(scale: BallotForm['scales'][number], words: Words): SheetCriterion {
  const { name, weight, anchors, options, naAllowed, computed } = scale;
  const na = naAllowed ? [box(words.t('ui.score.na'))] : [];
  const edges = options.filter(({ edge }) => edge).map(({ value }) => value);
  const fixed =
    computed && words.t('paperBallots.sheet.computed', { value: computed.value, score: computed.score });
  const choices = [words.t('ballots.computed.confirm'), words.t('ballots.computed.correct')];
  return {
    name: words.t('paperBallots.sheet.criterion', { name, weight }),
    anchors: anchors.map(({ score, text }) => words.t('paperBallots.sheet.anchor', { score, text })),
    computed: fixed ?? '',
    boxes: [...(computed === null ? options.map(({ value }) => box(value)) : choices.map(box)), ...na],
    reasonLabel:
      computed !== null
        ? words.t('paperBallots.sheet.correction', { unit: computed.unit })
        : edges.length === 0
          ? ''
          : words.t('paperBallots.sheet.reason', { scores: formatsFor(words).list(edges) }),
  };
}

const box = (label: string): string => `□ ${label}`;
