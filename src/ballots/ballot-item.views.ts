import type { FieldProblem } from '../domain/ballot/check-ballot';
import { objectiveFigures } from '../domain/lead/objective-figures';
import { withoutDetail } from '../domain/lead/without-detail';
import { takesBallots } from '../domain/round/deadline';
import type { Instant } from '../domain/shared/instant';
import type { PageModel } from '../http/views/frame';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { EMPTY_FORM, formOf, type TypedForm } from './ballot.form';
import type { ItemRead, OwnBallot } from './ballot-item';
import { ballotForm, type BallotForm } from './ballot-form.views';
import { ballotTop, contactLine, type BallotTop } from './ballot-top.views';
import { basisOf } from './criterion-basis.views';
import { declarationQuestion, isAsked } from './declaration.views';
import { answerLines, dossierView, type DossierModel } from './dossier.views';
import { leadFacts, type LeadFacts } from './lead-facts.views';
import { judgedAgain, type JudgedAgain } from './judged-again.views';
import { shownCode } from './receipt-code';
import { panelQuestions, type PanelQuestionsModel } from './panel-questions.views';
import { secondLookView, type SecondLookModel } from './second-look.views';
import { vetoTodos, type VetoTodo } from './veto-lines.views';
import type { SeenVeto } from './vetoes.queries';
import type { GateSaid } from '../fair-competition/fair-competition.queries';
import type { Comparison } from '../leads/resubmissions.queries';
import { seatWatermark } from './seat-watermark.views';
import type { PanelQuestion } from '../questions/questions.queries';

/** A form that came back: what was typed, and what is wrong with it. */
export interface SentBack {
  readonly typed: TypedForm;
  readonly problems: readonly FieldProblem[];
  /** Sent as an answer to the question of interests, with none given. */
  readonly isUnanswered?: boolean;
}

interface Notice {
  readonly tone: string;
  readonly title: string;
  readonly text: string;
  readonly items: readonly { readonly text: string; readonly href: string }[];
}

/** The model of `ballots/item`. */
export interface BallotItemModel extends PageModel {
  readonly itemId: string;
  readonly top: BallotTop;
  readonly round: string;
  readonly position: string;
  readonly title: string;
  /** Null, as all that is said of the lead, until the voter has said whether they have an interest in it. */
  readonly lead: LeadFacts | null;
  /** Why some of it is not shown; '' where everything is. */
  readonly hidden: string;
  readonly dossier: DossierModel | null;
  readonly questions: PanelQuestionsModel | null;
  readonly again: JudgedAgain | null;
  readonly gate: GateSaid | null;
  readonly notice: Notice | null;
  readonly secondLook: SecondLookModel | null;
  readonly form: BallotForm;
  /** Vetoes on this item that this seat is asked to settle or has raised; null for none. */
  readonly vetoes: { readonly items: readonly VetoTodo[] } | null;
  /** Where this seat raises a veto; '' where the list names no ground for its kind. */
  readonly vetoHref: string;
  readonly recusalHref: string;
  readonly linkTail: string;
  readonly contact: string;
}

export interface ItemContext {
  readonly now: Instant;
  readonly words: Words;
  /** A new key for the form of this page. */
  readonly key: string;
  readonly linkId: string;
  /** On this item, as this seat may see them. */
  readonly vetoes: readonly SeenVeto[];
  /** How the lead differs from what an earlier round judged; null where none did. */
  readonly before: Comparison | null;
  /** What it asks for, and the opinion on that; null where it asks for nothing. */
  readonly gate: GateSaid | null;
  /** What the panel asked and the scout answered. */
  readonly questions: readonly PanelQuestion[];
}

export function ballotItemView(read: ItemRead, sent: SentBack | null, at: ItemContext): BallotItemModel {
  const { room, item, content, dossier, own, rubric } = read;
  const { now, words } = at;
  const title = content.title ?? item.leadNumber;
  const lines = answerLines(dossier, words);
  const over = takesBallots(now, room.deadlineAt) ? null : words.t('ballots.cast.over');
  const asked = isAsked(item);
  const isUnanswered = sent?.isUnanswered ?? false;
  return {
    page: {
      title: words.t('ballots.item.title', { title }),
      dataPage: 'ballot-item',
      layout: 'ballot',
      ...seatWatermark(room, content, now, words),
    },
    itemId: item.id,
    top: ballotTop(room, now, words),
    round: words.t('ballots.item.round', { round: room.roundNumber }),
    position: words.t('ballots.item.position', { position: item.position, count: room.items.length }),
    title,
    lead: asked ? null : leadFacts(item.isRival ? withoutDetail(content) : content, item.leadNumber, words),
    hidden: item.isRival && !asked ? words.t('ballots.hiddenDetail') : '',
    dossier: asked ? null : dossierView(dossier, `/ballot/items/${item.id}`, words),
    gate: asked ? null : at.gate,
    questions: asked ? null : panelQuestions(item, at.questions, words),
    again: asked ? null : judgedAgain(at.before, item.carried !== null, words),
    notice: notice(own, words),
    secondLook: asked ? null : secondLookView(read, words),
    form: ballotForm(
      {
        room,
        item,
        rubric,
        typed: sent?.typed ?? own.draft?.form ?? (own.current ? formOf(own.current.content) : EMPTY_FORM),
        problems: sent?.problems ?? [],
        basis: (code) => (asked ? '' : basisOf(code, content, words, lines)),
        ...(asked ? {} : { figures: objectiveFigures(content) }),
        key: at.key,
        question: asked ? declarationQuestion({ item, content, isUnanswered, over }, words) : null,
        disabledBecause: over,
      },
      words,
    ),
    vetoes: asked || at.vetoes.length === 0 ? null : vetoTodos(at.vetoes, words),
    vetoHref: rubric.vetoGrounds.some(({ raisedBy }) => raisedBy.includes(room.seat.kind))
      ? `/ballot/items/${item.id}/vetoes`
      : '',
    recusalHref: `/ballot/items/${item.id}/recusal`,
    linkTail: at.linkId.slice(-4).toUpperCase(),
    contact: contactLine(room.contact, words),
  };
}

/** What stands in the record now, and whether something was written since. */
function notice({ current, draft }: OwnBallot, words: Words): Notice | null {
  const fmt = formatsFor(words);
  if (current === null) {
    if (draft === null) return null;
    const text = words.t('ballots.item.drafted', { at: fmt.dateTimeShort(draft.savedAt) });
    return { tone: 'info', title: words.t('ballots.item.draftTitle'), text, items: [] };
  }
  const { version, castAt, receiptCode } = current;
  const code = shownCode(receiptCode);
  return {
    tone: 'ok',
    title: words.t('ballots.item.castTitle'),
    text: words.t(draft ? 'ballots.item.castDrafted' : 'ballots.item.cast', {
      version,
      at: fmt.dateTimeShort(castAt),
    }),
    items: [{ text: words.t('ballots.item.receipt', { code }), href: `/receipts/${receiptCode}` }],
  };
}
