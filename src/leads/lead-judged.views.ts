import type { Instant } from '../domain/shared/instant';
import { seal, type Seal } from '../http/views/marks';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { Judgement, LeadJudged } from './lead-judged';

/** A judgement as a line of its lead's page. */
export interface JudgedLine {
  readonly title: string;
  readonly href: string;
  readonly when: string;
  readonly due: string;
  readonly late: boolean;
  readonly tag: null;
  readonly light: null;
  readonly seal: Seal | null;
  readonly act: null;
}

export interface FollowingModel {
  readonly text: string;
  readonly late: boolean;
  readonly href: string;
}

/** Every round that judged this lead and every decision after it, the newest first; null before the first. */
export function judgedLines({ judgements }: LeadJudged, words: Words): { items: JudgedLine[] } | null {
  if (judgements.length === 0) return null;
  return { items: judgements.map((judgement) => lineOf(judgement, words)) };
}

function lineOf(judgement: Judgement, words: Words): JudgedLine {
  const { kind, roundNumber: round, decided, score, documentNumber, cageNo, revision, letter } = judgement;
  const title = words.t(`leads.judged.${kind}`, { round });
  const said = [
    formatsFor(words).official(judgement.at),
    revision === null ? '' : words.t('leads.judged.revision', { n: revision }),
    score === null ? '' : words.t('leads.judged.score', { score }),
    documentNumber === null ? '' : words.t('leads.judged.document', { document: documentNumber }),
    cageNo ?? '',
    letter === null ? '' : words.t('leads.judged.letter', { number: letter.number }),
  ];
  return {
    title,
    href: judgement.resultsHref ?? letter?.href ?? '',
    when: said.filter((part) => part !== '').join(' · '),
    due: decided === 'void' ? words.t('leads.judged.void') : '',
    late: false,
    tag: null,
    light: null,
    seal: decided === 'void' ? null : seal(decided, words.t(`leads.seal.${decided}`), 'line'),
    act: null,
  };
}

/** What is under way with the lead now, and until when. */
export function followingModel({ following }: LeadJudged, now: Instant, words: Words): FollowingModel | null {
  if (following === null) return null;
  const { kind, dueAt, href } = following;
  const day = formatsFor(words).official(dueAt);
  return { text: words.t(`leads.following.${kind}`, { day }), late: dueAt < now, href: href ?? '' };
}
