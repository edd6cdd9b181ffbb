import { claimLight } from '../domain/claim/claim-clock';
import type { Instant } from '../domain/shared/instant';
import { checkLine, type CheckFound } from '../http/views/check';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { AlikeLead } from './matches.queries';

/** The leads that one looks like. A match of grade a or b that nobody has ruled on stands against accepting it. */
export function duplicatesFound(
  alike: readonly AlikeLead[],
  about: { readonly leadId: string; readonly now: Instant },
  words: Words,
): CheckFound {
  const lines = alike.map((one) =>
    checkLine(
      lineOf(one, about.now, words),
      one.grade === 'b' ? `/leads/${about.leadId}/matches/${one.leadId}` : `/leads/${one.leadId}`,
    ),
  );
  const open = alike.filter(({ grade, isLive, ruling }) => grade !== 'c' && isLive && ruling === null);
  const same = alike.filter(({ ruling }) => ruling === 'same');
  if (alike.length === 0) return { verdict: 'ok', short: words.t('intake.duplicates.ok'), lines };
  if (open.length > 0)
    return { verdict: 'bad', short: words.t('intake.duplicates.bad', { n: open.length }), lines };
  if (same.length > 0) return { verdict: 'bad', short: words.t('check.duplicates.same'), lines };
  return { verdict: 'look', short: words.t('intake.duplicates.noted', { n: alike.length }), lines };
}

function lineOf(one: AlikeLead, now: Instant, words: Words): string {
  const fmt = formatsFor(words);
  const { number, investorName, unitName, submittedAt, grade, grounds, similarity, claim, ruling } = one;
  const said = words.t('check.duplicates.line', {
    number,
    investor: investorName,
    unit: unitName,
    day: fmt.day(submittedAt),
    order: words.t(one.isEarlier ? 'check.duplicates.earlier' : 'check.duplicates.later'),
    grade: words.t(`check.duplicates.grade.${grade}`),
    grounds: fmt.list(grounds.map((ground) => words.t(`lead.duplicateGround.${ground}`))),
    similarity,
  });
  const rest = [
    ...(claim === null
      ? []
      : [words.t('check.duplicates.claim', { light: words.t(`claims.light.${claimLight(claim, now)}`) })]),
    ...(ruling === null ? [] : [words.t(`check.duplicates.ruled.${ruling}`)]),
  ];
  return [said, ...rest].join(words.t('check.join'));
}
