import { checkLine, type CheckFound } from '../http/views/check';
import type { Words } from '../words/words';
import type { PaperCount, PaperStanding } from './lead-papers.queries';

export interface PaperFacts {
  readonly counts: readonly PaperCount[];
  readonly wantsEvidence: boolean;
  /** The city has a virus scanner. */
  readonly isScanned: boolean;
}

/** Nobody is given these, so that they count as not there. */
const KEPT_BACK: readonly PaperStanding[] = ['infected', 'altered'];

/** Worst first: kept back for good, missing, not scanned yet. */
export function papersFound({ counts, wantsEvidence, isScanned }: PaperFacts, words: Words): CheckFound {
  const sum = (fits: (count: PaperCount) => boolean): number =>
    counts.filter(fits).reduce((total, { n }) => total + n, 0);
  const isThere = (kind: string): boolean =>
    counts.some((one) => one.kind === kind && !KEPT_BACK.includes(one.standing));
  const standing = (...wanted: PaperStanding[]): number => sum((one) => wanted.includes(one.standing));
  const [infected, altered] = [standing('infected'), standing('altered')];
  const unscanned = isScanned ? standing('waiting', 'never') : standing('waiting');
  const missing = [
    ...(isThere('businessPlan') ? [] : ['businessPlan']),
    ...(wantsEvidence && !isThere('firstContactEvidence') ? ['firstContactEvidence'] : []),
  ];
  const told = [
    ...(infected > 0 ? [words.t('check.papers.infected', { n: infected })] : []),
    ...(altered > 0 ? [words.t('check.papers.altered', { n: altered })] : []),
    ...missing.map((kind) => words.t('intake.papers.missing', { kind: words.t(`leads.file.${kind}`) })),
    ...(unscanned > 0 ? [words.t('check.papers.unscanned', { n: unscanned })] : []),
    ...(!isScanned && standing('never') > 0 ? [words.t('check.papers.noScanner')] : []),
    ...[...new Set(counts.map(({ kind }) => kind))].map((kind) =>
      words.t('intake.papers.line', {
        kind: words.t(`leads.file.${kind}`),
        n: sum((one) => one.kind === kind),
      }),
    ),
  ];
  const lines = told.map((text) => checkLine(text));
  if (infected + altered > 0) return { verdict: 'bad', short: words.t('check.papers.keptBack'), lines };
  if (missing.length > 0) return { verdict: 'look', short: words.t('intake.papers.look'), lines };
  if (unscanned > 0) return { verdict: 'look', short: words.t('check.papers.waiting'), lines };
  return { verdict: 'ok', short: words.t('intake.papers.ok', { n: sum(() => true) }), lines };
}
