import type { Refused } from '../domain/shared/refusal';
import type { PageModel } from '../http/views/frame';
import type { Words } from '../words/words';
import { VOTES } from '../domain/ballot/ballot';
import type { RubricContent } from '../domain/rubric/rubric-content';
import type { TypedForm } from './ballot.form';
import type { BallotRoom } from './ballot-room';
import { contactLine } from './ballot-top.views';

/** The model of `ballots/too-late`: why nothing was taken, and every word that was typed. */
export interface TooLateModel extends PageModel {
  readonly title: string;
  readonly what: string;
  readonly kept: string;
  readonly todo: string;
  readonly typed: readonly TypedLine[];
  readonly back: { readonly label: string; readonly href: string } | null;
}

/** Something that was typed, under the name of its box. */
export interface TypedLine {
  readonly label: string;
  readonly text: string;
}

export function tooLateView(
  refused: Refused,
  typed: TypedForm | null,
  given: {
    readonly room: BallotRoom | null;
    readonly rubric: RubricContent | null;
    readonly back: string | null;
    /** What was typed elsewhere than in a ballot. */
    readonly lines: readonly TypedLine[];
  },
  words: Words,
): TooLateModel {
  const { refusal, status } = refused;
  const key = `refusal.${refusal.because}`;
  const others = given.lines.filter(({ text }) => text.trim() !== '');
  const said = typed === null ? others : typedLines(typed, given.rubric, words);
  const title = words.t('ballots.late.title');
  return {
    page: { title, dataPage: 'ballot-too-late', layout: 'ballot' },
    title,
    what: words.has(key) ? words.t(key, refusal.details) : words.t(`error.${status}.what`),
    kept: words.t(said.length > 0 ? 'ballots.late.kept' : 'error.kept.nothing'),
    todo: `${words.t('ballots.late.todo')}${contactLine(given.room?.contact ?? null, words)}`,
    typed: said,
    back: given.back === null ? null : { label: words.t('ballots.late.back'), href: given.back },
  };
}

function typedLines(typed: TypedForm, rubric: RubricContent | null, words: Words): TypedLine[] {
  const nameOf = (code: string): string => {
    const criterion = rubric?.criteria.find((one) => one.code === code);
    return criterion === undefined ? code : words.of(criterion.name);
  };
  const { scores: given, na, reasons, computed = {}, inputs = {} } = typed;
  const codes = [...new Set([given, na, reasons, computed, inputs].flatMap((group) => Object.keys(group)))];
  const choice = (code: string): string => {
    const key = `ballots.computed.${computed[code] ?? ''}`;
    return words.has(key) ? words.t(key) : '';
  };
  const scores = codes.map((code) => ({
    label: nameOf(code),
    text: [given[code], na[code] && words.t('ui.score.na'), choice(code), inputs[code], reasons[code]]
      .filter(Boolean)
      .join(' · '),
  }));
  const isVote = (VOTES as readonly string[]).includes(typed.vote);
  return [
    ...scores,
    { label: words.t('ballots.vote'), text: isVote ? words.t(`ballots.vote.${typed.vote}`) : typed.vote },
    { label: words.t('ballots.comment.short'), text: typed.comment },
    { label: words.t('ballots.note'), text: typed.note },
  ].filter(({ text }) => text.trim() !== '');
}
