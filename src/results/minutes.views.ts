import { printedHash, shortHash } from '../ledger/chain';
import { ruleSentences } from '../domain/rubric/rule-sentences';
import type { RoundAct, RoundSeat } from '../rounds/round.entity';
import { act, type Act } from '../http/views/acts';
import type { PageModel } from '../http/views/frame';
import { formatsFor } from '../words/formats';
import { ruleWords } from '../words/rules';
import type { Words } from '../words/words';
import { commentsOf } from './item-comments';
import { chairLines } from './minutes-chairs.views';
import { minutedItem } from './minutes-item.views';
import { paperLines } from './minutes-papers.views';
import type { Minutes, MinutedRecusal } from './minutes.queries';
import { part, type Paper, type PaperPart } from './paper';
import { roundInsight } from './round-insight';
import { ballotsByItem, tallyInputs } from './tallies';

export interface MinutesModel extends PageModel {
  readonly back: { readonly label: string; readonly href: string };
  readonly note: string;
  readonly acts: readonly Act[];
  readonly paper: Paper;
}

/** The minutes as a page to print. */
export function minutesPage(minutes: Minutes, words: Words): MinutesModel {
  const { round } = minutes.results.material;
  return {
    page: {
      title: words.t('minutes.title', { round: round.number }),
      dataPage: 'round-minutes',
      layout: 'document',
    },
    back: { label: words.t('results.letter.backToResults'), href: `/rounds/${round.id}/results` },
    note: words.t(round.announcedAt === null ? 'minutes.note.closed' : 'minutes.note.announced'),
    acts: [act({ label: words.t('minutes.docx'), href: `/rounds/${round.id}/minutes.docx` })],
    paper: minutesPaper(minutes, words),
  };
}

/** Acts that the minutes tell one by one, each with its reason. */
const told: readonly RoundAct['move'][] = ['extend', 'reopen', 'askReopen', 'reissue', 'handOver'];

/** The minutes of a counted round: official, complete, and without a word on who voted how. */
export function minutesPaper(minutes: Minutes, words: Words): Paper {
  const { results, announced } = minutes;
  const { round } = results.material;
  const format = formatsFor(words);
  const parts = [
    basics(minutes, words),
    roll(minutes, words),
    recusals(minutes, words),
    rulesOf(minutes, words),
    ...items(minutes, words),
    head(minutes, words),
  ];
  return {
    title: words.t('minutes.heading'),
    number: words.t('minutes.numberLine', { round: round.number, title: round.title }),
    parts,
    signatures: [
      words.t('minutes.sign.chair', { name: minutes.chairName }),
      words.t('minutes.sign.recorder'),
      format.official(announced?.at ?? round.closedAt ?? round.deadlineAt),
    ],
    foot: words.t('minutes.foot'),
    verify: [words.t('minutes.verify.how'), words.t('minutes.verify.cannot')],
  };
}

function basics({ results, panelName, chairName, acts }: Minutes, words: Words): PaperPart {
  const { round, rubric, rules, roll: seats } = results.material;
  const format = formatsFor(words);
  const name = words.of(rubric.name);
  return part(words.t('minutes.basics'), {
    paragraphs: [
      words.t('minutes.basics.who', {
        round: round.number,
        panel: panelName,
        chair: chairName,
        items: results.items.length,
        seats: seats.length,
      }),
      words.t('minutes.basics.when', {
        opened: format.dateTimeFull(round.openedAt ?? round.createdAt),
        deadline: format.dateTimeFull(round.deadlineAt),
        closed: format.dateTimeFull(round.closedAt ?? round.deadlineAt),
      }),
      words.t('minutes.basics.by', {
        rubric: name,
        version: rubric.version,
        rubricDigest: shortHash(rubric.digest),
        rules: rules.code,
        rulesVersion: rules.version,
        rulesDigest: shortHash(rules.digest),
      }),
      words.t('minutes.basics.versions', {
        dispute: words.t('minutes.basics.version', { n: round.disputeVersion ?? 0 }),
        grades: words.t('minutes.basics.version', { n: round.gradesVersion ?? 0 }),
      }),
      ...acts.filter(({ move }) => told.includes(move)).map((act) => actWords(act, words)),
    ],
  });
}

function actWords({ move, at, byLabel, reason, details }: RoundAct, words: Words): string {
  return words.t(`minutes.act.${move}`, {
    ...{ seat: '', from: '', name: '' },
    ...(JSON.parse(details) as Record<string, string | number>),
    at: formatsFor(words).dateTimeFull(at),
    by: byLabel,
    reason: reason === '' ? words.t('minutes.noReason') : reason,
  });
}

function roll(minutes: Minutes, words: Words): PaperPart {
  const { results, recusals: recused, stoodIn } = minutes;
  const { roll: seats, cast, items: all } = results.material;
  const none = words.t('results.score.none');
  const count = (list: readonly { roundSeatId: string }[], { id }: RoundSeat): number =>
    list.filter(({ roundSeatId }) => roundSeatId === id).length;
  const voted = seats.filter((seat) => count(cast.ballots, seat) > 0).length;
  return part(words.t('minutes.roll'), {
    paragraphs: [
      words.t('minutes.roll.summary', { seats: seats.length, voted }),
      ...paperLines(minutes, words),
    ],
    table: {
      caption: words.t('minutes.roll'),
      head: ['n', 'unit', 'kind', 'duty', 'holder', 'alternate', 'cast', 'recused'].map((column) =>
        words.t(`minutes.roll.${column}`),
      ),
      rows: seats.map((seat) => ({
        cells: [
          String(seat.position),
          seat.unitName,
          words.t(`panelKind.${seat.kind}`),
          seat.function === null ? none : words.t(`seatFunction.${seat.function}`),
          seat.holderName,
          alternateOf(seat, stoodIn, words),
          `${count(cast.ballots, seat)}/${all.length - count(recused, seat)}`,
          String(count(recused, seat)),
        ],
      })),
    },
  });
}

/** The alternate, marked where the seat was theirs at some time of the round. */
function alternateOf({ id, alternateName }: RoundSeat, stoodIn: ReadonlySet<string>, words: Words): string {
  if (alternateName === null) return words.t('results.score.none');
  return stoodIn.has(id) ? words.t('minutes.roll.stoodIn', { name: alternateName }) : alternateName;
}

function recusals(minutes: Minutes, words: Words): PaperPart {
  const { results, recusals: recused } = minutes;
  const { roll: seats, items: all } = results.material;
  const positions = new Map(results.items.map(({ outcome }) => [outcome.itemId, outcome.position]));
  const line = ({ itemId, roundSeatId, reason }: MinutedRecusal): string =>
    words.t(reason === null ? 'minutes.recusal.scout' : 'minutes.recusal.declared', {
      unit: seats.find(({ id }) => id === roundSeatId)?.unitName ?? '',
      n: positions.get(itemId) ?? all.length,
      reason: reason ?? '',
    });
  const lines = [...recused.map(line), ...chairLines(minutes, words)];
  return part(words.t('minutes.recusals'), {
    paragraphs: lines.length === 0 ? [words.t('minutes.recusals.none')] : lines,
  });
}

/** The rules in plain language, numbered through. */
function rulesOf({ results }: Minutes, words: Words): PaperPart {
  const said = ruleSentences(results.material.rules.content).map((sentence, at) =>
    words.t('minutes.rule', { n: at + 1, text: ruleWords(sentence, words) }),
  );
  return part(words.t('minutes.rules'), { paragraphs: said });
}

function items({ results }: Minutes, words: Words): PaperPart[] {
  const { material } = results;
  const { rubric, cast } = material;
  const ballots = ballotsByItem(cast.ballots);
  const insight = roundInsight(
    tallyInputs(material),
    new Map(results.items.map(({ outcome, result }) => [outcome.itemId, result])),
    material.limits,
  );
  return [
    part(words.t('minutes.items'), { paragraphs: [words.t('minutes.items.note')] }),
    ...results.items.map((item) =>
      minutedItem(
        {
          item,
          rubric: rubric.content,
          comments: commentsOf(ballots.get(item.outcome.itemId) ?? []),
          insight: insight.items.get(item.outcome.itemId) ?? null,
        },
        words,
      ),
    ),
  ];
}

function head({ results, announced }: Minutes, words: Words): PaperPart {
  const { head: closing } = results;
  const point = (key: string, at: { seq: number; hash: string }): string =>
    words.t(`minutes.head.${key}`, { seq: at.seq, hash: printedHash(at.hash) });
  return part(words.t('minutes.head'), {
    paragraphs: [
      ...(closing === null ? [] : [point('closing', closing)]),
      announced === null ? words.t('minutes.head.notAnnounced') : point('announced', announced),
    ],
  });
}
