import { Fraction } from '../domain/shared/fraction';
import type { LeadContent } from '../domain/lead/content';
import { checkLine, type CheckFound, type CheckLine } from '../http/views/check';
import type { RankedHost } from '../hosts/host-fit.queries';
import type { Words } from '../words/words';
import { fitSentence } from './lead-fit.views';

/** From this score on a host fits; the same line as in the list of hosts. */
const fits = Fraction.of(60);

/** The intended hosts in their order, each with what stands against it, and the best one that was not chosen. */
export function fitFound(
  ranked: readonly RankedHost[],
  { intendedHosts }: LeadContent,
  words: Words,
): CheckFound {
  const chosen = intendedHosts.flatMap((code) => ranked.find((host) => host.code === code) ?? []);
  const [first] = chosen;
  const other = ranked.find(({ code, isBlocked }) => !isBlocked && !intendedHosts.includes(code));
  const isBetter =
    other !== undefined && (first === undefined || first.isBlocked || first.score.lt(other.score));
  const lines = [
    ...chosen.flatMap((host) => linesOf(host, words)),
    ...(isBetter ? [checkLine(betterOf(other, words), `/hosts/${other.id}`)] : []),
  ];
  if (first === undefined) return { verdict: 'look', short: words.t('leads.noHost'), lines };
  if (chosen.every(({ isBlocked }) => isBlocked))
    return { verdict: 'bad', short: words.t('check.fit.none'), lines };
  if (first.isBlocked) return { verdict: 'look', short: words.t('check.fit.firstBlocked'), lines };
  const short = words.t('check.fit.score', { n: first.score.toDecimal(0) });
  return { verdict: first.score.gte(fits) ? 'ok' : 'look', short, lines };
}

/** What speaks for a host is on the lead's own page; here only what stands against it, what blocks it first. */
function linesOf({ id, name, score, isBlocked, reasons }: RankedHost, words: Words): CheckLine[] {
  const against = reasons.filter(({ side }) => side === 'against');
  const sorted = [...against.filter((one) => one.isBlocking), ...against.filter((one) => !one.isBlocking)];
  const said = isBlocked
    ? words.t('check.fit.blocked', { host: name })
    : words.t('check.fit.line', { host: name, n: score.toDecimal(0) });
  return [checkLine(said, `/hosts/${id}`), ...sorted.map(({ say }) => checkLine(fitSentence(say, words)))];
}

const betterOf = ({ name, score }: RankedHost, words: Words): string =>
  words.t('check.fit.better', { host: name, n: score.toDecimal(0) });
