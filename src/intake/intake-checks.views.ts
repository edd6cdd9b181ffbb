import type { PromiseEnd } from '../domain/promise/due';
import { tag, type Tag, type TagTone } from '../http/views/marks';
import type { WorkCalendar } from '../domain/shared/workdays';
import type { Instant } from '../domain/shared/instant';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { IntakeFacts } from './intake-facts';

/** What one check found, in finished words. */
export interface CheckMark {
  readonly code: string;
  readonly label: string;
  /** `ok` needs nothing; `look` wants a look; `bad` stands against accepting it as it is. */
  readonly verdict: 'ok' | 'look' | 'bad';
  /** One phrase, for the row and the head of the line. */
  readonly short: string;
  /** The reasons, one a line. */
  readonly lines: readonly { readonly text: string; readonly href: string }[];
}

export interface CheckTime {
  readonly calendar: WorkCalendar;
  readonly now: Instant;
}

type Found = Omit<CheckMark, 'code' | 'label'>;
type Check = (facts: IntakeFacts, words: Words, time: CheckTime) => Found;

/**
 * The checks of the desk, in the order in which the secretariat asks. Each is a pure view of the facts; a new one is a
 * line here, a word `intake.check.<code>`, and whatever it needs in `IntakeFacts`.
 */
const checks: Readonly<Record<string, Check>> = {
  complete,
  scope,
  duplicates,
  creditCode,
  fairCompetition,
  hostFit,
  papers,
  promise,
};

export const INTAKE_CHECKS: readonly string[] = Object.keys(checks);

export function intakeChecks(facts: IntakeFacts, time: CheckTime, words: Words): CheckMark[] {
  return Object.entries(checks).map(([code, check]) => ({
    code,
    label: words.t(`intake.check.${code}`),
    ...check(facts, words, time),
  }));
}

const tones: Readonly<Record<CheckMark['verdict'], TagTone>> = { ok: 'green', look: 'amber', bad: 'red' };

export function checkTag({ short, verdict }: CheckMark): Tag {
  return tag(short, tones[verdict], verdict);
}

const plain = (text: string): { text: string; href: string } => ({ text, href: '' });

/** What the form was asked for and does not say. */
function complete({ warnings }: IntakeFacts, words: Words): Found {
  // Papers and the credit code have checks of their own.
  const own = warnings.filter(
    ({ because, field }) => because !== 'firstContactEvidence' && field !== 'attachments' && field !== 'uscc',
  );
  const missing = own.filter(({ because }) => because === 'notProvided');
  const odd = own.filter(({ because }) => because !== 'notProvided');
  if (own.length === 0) return { verdict: 'ok', short: words.t('intake.complete.ok'), lines: [] };
  const fmt = formatsFor(words);
  const counts = [
    ...(missing.length > 0 ? [words.t('intake.complete.missing', { n: missing.length })] : []),
    ...(odd.length > 0 ? [words.t('intake.complete.odd', { n: odd.length })] : []),
  ];
  const fields = fmt.list([...new Set(missing.map(({ field }) => fieldName(field, words)))]);
  const doubts = odd.map(({ field, because, details }) => {
    const part = words.t(`lead.problem.${because}`, shownDetails(details, words));
    return plain(words.t('leads.of', { whole: fieldName(field, words), part }));
  });
  return {
    verdict: 'look',
    short: fmt.list(counts),
    lines: [...(missing.length > 0 ? [plain(words.t('intake.complete.fields', { fields }))] : []), ...doubts],
  };
}

/** Whether the city's own panel judges it (lead-form 3.5); under its thresholds a county-tier round does. */
function scope({ computed, transfers }: IntakeFacts, words: Words): Found {
  const [told] = transfers.filter(({ kind }) => kind === 'tier');
  if (told) {
    const tier = words.t(`intake.tier.${told.tier ?? 'city'}`);
    return { verdict: 'ok', short: words.t('intake.scope.told', { tier }), lines: [] };
  }
  const lines = [
    ...(computed.belowThreshold ? [plain(words.t('intake.scope.below'))] : []),
    ...(computed.relocationInsideCity ? [plain(words.t('intake.scope.relocation'))] : []),
  ];
  if (lines.length === 0) return { verdict: 'ok', short: words.t('intake.scope.ok'), lines };
  return { verdict: 'look', short: words.t('intake.scope.look'), lines };
}

function duplicates({ alike }: IntakeFacts, words: Words): Found {
  const fmt = formatsFor(words);
  const ruled = alike.filter(({ grade }) => grade !== 'c');
  const lines = alike.map(({ leadId, number, investorName, unitName, submittedAt, grounds, similarity }) => ({
    href: `/leads/${leadId}`,
    text: words.t('intake.duplicates.line', {
      number,
      investor: investorName,
      unit: unitName,
      day: fmt.day(submittedAt),
      grounds: fmt.list(grounds.map((ground) => words.t(`lead.duplicateGround.${ground}`))),
      similarity,
    }),
  }));
  if (alike.length === 0) return { verdict: 'ok', short: words.t('intake.duplicates.ok'), lines };
  if (ruled.length === 0)
    return { verdict: 'look', short: words.t('intake.duplicates.noted', { n: alike.length }), lines };
  return { verdict: 'bad', short: words.t('intake.duplicates.bad', { n: ruled.length }), lines };
}

function creditCode({ content, computed, warnings }: IntakeFacts, words: Words): Found {
  const doubts = warnings.filter(({ field }) => field === 'uscc');
  const lines = doubts.map(({ because, details }) =>
    plain(words.t(`lead.problem.${because}`, shownDetails(details, words))),
  );
  if (computed.legacyCandidate)
    return {
      verdict: 'bad',
      short: words.t('intake.code.legacy'),
      lines: [plain(words.t('intake.code.legacy.why'))],
    };
  if (content.uscc === null) {
    const reason = content.usccAbsentReason ?? content.foreignRegNo ?? words.t('leads.notProvided');
    return { verdict: 'look', short: words.t('intake.code.none'), lines: [plain(reason), ...lines] };
  }
  return doubts.length > 0
    ? { verdict: 'look', short: words.t('intake.code.look'), lines }
    : { verdict: 'ok', short: words.t('intake.code.ok'), lines: [plain(content.uscc)] };
}

/** Incentive requests that a fair-competition opinion is needed for. */
function fairCompetition({ content, computed }: IntakeFacts, words: Words): Found {
  if (!computed.fairCompetitionFlag) return { verdict: 'ok', short: words.t('intake.fair.ok'), lines: [] };
  const asked = content.incentiveRequests.flatMap(({ type, text }) => {
    if (type !== 'taxReturn' && type !== 'cashReward') return [];
    const kind = words.t(`lead.option.incentiveType.${type}`);
    return [plain(text === null ? kind : words.t('leads.of', { whole: kind, part: text }))];
  });
  return { verdict: 'bad', short: words.t('intake.fair.bad', { n: asked.length }), lines: asked };
}

/** What stands against the places it is meant for, and what was proposed instead. */
function hostFit({ content, computed, transfers }: IntakeFacts, words: Words): Found {
  const proposed = transfers.filter(({ kind }) => kind === 'host');
  const lines = [
    ...(computed.chemicalOutsidePark ? [plain(words.t('intake.fit.chemical'))] : []),
    ...proposed.map(({ hostName, state }) => plain(words.t(`intake.fit.${state}`, { host: hostName ?? '' }))),
    ...(content.adjustable === true ? [plain(words.t('intake.fit.adjustable'))] : []),
  ];
  if (computed.chemicalOutsidePark) return { verdict: 'bad', short: words.t('intake.fit.bad'), lines };
  if (content.intendedHosts.length === 0) return { verdict: 'look', short: words.t('leads.noHost'), lines };
  if (proposed.some(({ state }) => state === 'asked'))
    return { verdict: 'look', short: words.t('intake.fit.waiting'), lines };
  return { verdict: 'ok', short: words.t('intake.fit.ok', { n: content.intendedHosts.length }), lines };
}

/** The papers that a round needs, and how many there are. */
function papers({ papers: kinds, warnings }: IntakeFacts, words: Words): Found {
  const count = [...kinds.values()].reduce((sum, n) => sum + n, 0);
  const lines = [...kinds].map(([kind, n]) =>
    plain(words.t('intake.papers.line', { kind: words.t(`leads.file.${kind}`), n })),
  );
  const wantsEvidence = warnings.some(({ because }) => because === 'firstContactEvidence');
  const missing = [
    ...(kinds.has('businessPlan') ? [] : ['businessPlan']),
    ...(wantsEvidence && !kinds.has('firstContactEvidence') ? ['firstContactEvidence'] : []),
  ];
  if (missing.length === 0) return { verdict: 'ok', short: words.t('intake.papers.ok', { n: count }), lines };
  const lacks = missing.map((kind) =>
    plain(words.t('intake.papers.missing', { kind: words.t(`leads.file.${kind}`) })),
  );
  return { verdict: 'look', short: words.t('intake.papers.look'), lines: [...lacks, ...lines] };
}

/** How long the secretariat still has for its answer; late from the last day on, unless the promise is paused. */
export function promiseLeft(
  { dueAt, pausedUntil }: PromiseEnd,
  { calendar, now }: CheckTime,
  words: Words,
): { readonly text: string; readonly late: boolean } {
  if (pausedUntil !== null)
    return {
      text: words.t('promises.next.paused', { day: formatsFor(words).day(pausedUntil) }),
      late: false,
    };
  const days = calendar.workdaysBetween(now, dueAt);
  if (days > 0) return { text: words.t('leads.next.intake', { n: days }), late: false };
  const text =
    days === 0 ? words.t('leads.next.intakeToday') : words.t('leads.next.intakeLate', { n: -days });
  return { text, late: true };
}

/** When the secretariat has to have answered. */
function promise({ end, openQuestions }: IntakeFacts, words: Words, time: CheckTime): Found {
  const left = promiseLeft(end, time, words);
  const lines = openQuestions === 0 ? [] : [plain(words.t('intake.promise.questions', { n: openQuestions }))];
  return { verdict: left.late ? 'bad' : 'ok', short: left.text, lines };
}

/** `contact[mobile]` by the field it belongs to. */
function fieldName(control: string, words: Words): string {
  const [code = ''] = control.split('[');
  const key = `lead.field.${code}.label`;
  return words.has(key) ? words.t(key) : code;
}

function shownDetails(
  details: Readonly<Record<string, string | number>>,
  words: Words,
): Readonly<Record<string, string | number>> {
  const { day } = details;
  return typeof day === 'string' ? { ...details, day: formatsFor(words).official(day) } : details;
}
