import type { Computed } from '../domain/lead/computed';
import type { FieldProblem } from '../domain/lead/problem';
import { scopeProblem } from '../domain/lead/scope';
import type { PromiseEnd } from '../domain/promise/due';
import { checkLine, type CheckFound, type CheckVerdict } from '../http/views/check';
import { tag, type Tag, type TagTone } from '../http/views/marks';
import type { WorkCalendar } from '../domain/shared/workdays';
import type { Instant } from '../domain/shared/instant';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { IntakeFacts } from './intake-facts';

/** What one check found, with what it is called. */
export interface CheckMark extends CheckFound {
  readonly code: string;
  readonly label: string;
}

export interface CheckTime {
  readonly calendar: WorkCalendar;
  readonly now: Instant;
}

type Check = (facts: IntakeFacts, words: Words, time: CheckTime) => CheckFound;

/** What another feature says; it enters itself into `LeadChecks`. */
const plugged =
  (code: string): Check =>
  ({ found }, words) =>
    found.get(code)?.(words) ?? { verdict: 'ok', short: words.t('check.silent'), lines: [] };

/**
 * The checks of the desk, in the order in which the secretariat asks. Each is a pure view of the facts; a new one is a
 * line here, a word `intake.check.<code>`, and whatever it needs in `IntakeFacts`.
 */
const checks: Readonly<Record<string, Check>> = {
  complete,
  scope,
  duplicates: plugged('duplicates'),
  creditCode,
  fairCompetition: plugged('fairCompetition'),
  hostFit,
  targets: plugged('targets'),
  papers: plugged('papers'),
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

const tones: Readonly<Record<CheckVerdict, TagTone>> = {
  ok: 'green',
  note: 'blue',
  look: 'amber',
  bad: 'red',
};

export function checkTag({ short, verdict }: CheckMark): Tag {
  return tag(short, tones[verdict], verdict);
}

/** What the form was asked for and does not say. */
function complete({ warnings }: IntakeFacts, words: Words): CheckFound {
  // Papers, scope and the credit code have checks of their own.
  const own = warnings.filter(
    ({ because, field }) =>
      because !== 'firstContactEvidence' &&
      field !== 'attachments' &&
      field !== 'uscc' &&
      !because.startsWith('scope.'),
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
    const part = problemSentence({ because, details }, words);
    return checkLine(words.t('leads.of', { whole: fieldName(field, words), part }));
  });
  return {
    verdict: 'look',
    short: fmt.list(counts),
    lines: [
      ...(missing.length > 0 ? [checkLine(words.t('intake.complete.fields', { fields }))] : []),
      ...doubts,
    ],
  };
}

/**
 * Who judges it by the scope rules (lead-form 3.5), each reason with its alternative. What the secretariat has told the
 * scout counts before what the rules say.
 */
function scope({ computed, tier, transfers }: IntakeFacts, words: Words): CheckFound {
  const [told] = transfers.filter(({ kind }) => kind === 'tier');
  // A revision of before there were scope rules holds no findings.
  const findings = (computed as Partial<Computed>).scope?.findings ?? [];
  const lines = [
    ...findings.map((finding) => checkLine(problemSentence(scopeProblem(finding), words))),
    ...(computed.relocationInsideCity ? [checkLine(words.t('intake.scope.relocation'))] : []),
  ];
  if (told) {
    const to = words.t(`intake.tier.${told.tier ?? 'city'}`);
    return { verdict: 'ok', short: words.t('intake.scope.told', { tier: to }), lines };
  }
  if (tier === 'park' || tier === 'county')
    return { verdict: 'look', short: words.t('check.scope.tier', { tier: words.t(`tier.${tier}`) }), lines };
  if (tier === 'leading') return { verdict: 'note', short: words.t('tier.leading'), lines };
  if (lines.length > 0) return { verdict: 'look', short: words.t('intake.scope.look'), lines };
  return { verdict: 'ok', short: words.t('intake.scope.ok'), lines };
}

function creditCode({ content, computed, warnings }: IntakeFacts, words: Words): CheckFound {
  const doubts = warnings.filter(({ field }) => field === 'uscc');
  const lines = doubts.map((doubt) => checkLine(problemSentence(doubt, words)));
  if (computed.legacyCandidate)
    return {
      verdict: 'bad',
      short: words.t('intake.code.legacy'),
      lines: [checkLine(words.t('intake.code.legacy.why'))],
    };
  if (content.uscc === null) {
    const reason = content.usccAbsentReason ?? content.foreignRegNo ?? words.t('leads.notProvided');
    return { verdict: 'look', short: words.t('intake.code.none'), lines: [checkLine(reason), ...lines] };
  }
  return doubts.length > 0
    ? { verdict: 'look', short: words.t('intake.code.look'), lines }
    : { verdict: 'ok', short: words.t('intake.code.ok'), lines: [checkLine(content.uscc)] };
}

/** How the intended places fit, and what was proposed instead. */
function hostFit(facts: IntakeFacts, words: Words, time: CheckTime): CheckFound {
  const { content, computed, transfers } = facts;
  const fit = plugged('hostFit')(facts, words, time);
  const proposed = transfers.filter(({ kind }) => kind === 'host');
  const lines = [
    ...(computed.chemicalOutsidePark ? [checkLine(words.t('intake.fit.chemical'))] : []),
    ...proposed.map(({ hostName, state }) =>
      checkLine(words.t(`intake.fit.${state}`, { host: hostName ?? '' })),
    ),
    ...fit.lines,
    ...(content.adjustable === true ? [checkLine(words.t('intake.fit.adjustable'))] : []),
  ];
  if (computed.chemicalOutsidePark) return { verdict: 'bad', short: words.t('intake.fit.bad'), lines };
  if (proposed.some(({ state }) => state === 'asked'))
    return { verdict: 'look', short: words.t('intake.fit.waiting'), lines };
  return { ...fit, lines };
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
function promise({ end, openQuestions }: IntakeFacts, words: Words, time: CheckTime): CheckFound {
  const left = promiseLeft(end, time, words);
  const lines =
    openQuestions === 0 ? [] : [checkLine(words.t('intake.promise.questions', { n: openQuestions }))];
  return { verdict: left.late ? 'bad' : 'ok', short: left.text, lines };
}

/** `contact[mobile]` by the field it belongs to. */
function fieldName(control: string, words: Words): string {
  const [code = ''] = control.split('[');
  const key = `lead.field.${code}.label`;
  return words.has(key) ? words.t(key) : code;
}

function problemSentence({ because, details }: Omit<FieldProblem, 'field'>, words: Words): string {
  const { day } = details;
  const shown = typeof day === 'string' ? { ...details, day: formatsFor(words).official(day) } : details;
  return words.t(`lead.problem.${because}`, shown);
}
