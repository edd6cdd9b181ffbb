import type { Computed } from '../domain/lead/computed';
import type { LeadContent } from '../domain/lead/content';
import { exactly } from '../domain/lead/decimals';
import { fieldOf } from '../domain/lead/fields';
import { DEFAULT_LEAD_RULES } from '../domain/lead/lead-rules';
import { scopeProblem } from '../domain/lead/scope';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { Fact } from './lead-facts.views';
import { leafText, moneyText } from './lead-values.views';
import { labelOf, problemText } from './lead-words';

export interface Figure {
  readonly label: string;
  readonly note: string;
  readonly value: string;
  readonly sub: string;
}

/** The four numbers that say what a project is: money, land, tax, people. */
export function leadFigures(content: LeadContent, computed: Computed, words: Words): Figure[] {
  const figure = (code: string, value: string | number | null, sub: string): Figure => ({
    label: labelOf(code, words),
    note: '',
    value: value === null ? words.t('leads.notProvided') : leafText(code, value, new Map(), words).value,
    sub,
  });
  const { totalInvestmentWan: total, landMu, annualTaxWan, jobs, skilledJobs } = content;
  const perMu = (n: string | null): string =>
    n === null ? '' : words.t('leads.perMu', { n: grouped(n, words) });
  const inOther = total === null ? '' : moneyText(total, fieldOf('totalInvestmentWan'), words).sub;
  return [
    figure('totalInvestmentWan', total, inOther),
    figure('landMu', landMu, perMu(computed.investIntensity)),
    figure('annualTaxWan', annualTaxWan, perMu(computed.taxPerMu)),
    figure('jobs', jobs, skilledJobs === null ? '' : words.t('leads.skilled', { n: skilledJobs })),
  ];
}

/** What the system works out of a record. */
export function computedFacts(content: LeadContent, computed: Computed, words: Words): Fact[] {
  const perMu = (key: string, n: string | null): Fact[] =>
    n === null
      ? []
      : [{ label: words.t(key), value: words.t('leads.perMu', { n: grouped(n, words) }), sub: '' }];
  const { energyPerOutput, energyReview } = computed;
  return [
    ...perMu('leads.computed.investIntensity', computed.investIntensity),
    ...perMu('leads.computed.taxPerMu', computed.taxPerMu),
    ...perMu('leads.computed.outputPerMu', computed.outputPerMu),
    ...(energyPerOutput === null
      ? []
      : [
          {
            label: words.t('leads.computed.energyPerOutput'),
            value: words.t('leads.tcePerWan', { n: energyPerOutput }),
            sub: '',
          },
        ]),
    ...(energyReview === null
      ? []
      : [
          {
            label: words.t('leads.computed.energyReview'),
            value: words.t(`lead.energyReview.${energyReview}`),
            sub: energyMargin(content, computed, words),
          },
        ]),
  ];
}

/** How far it is to the line of the next stricter review. */
function energyMargin({ energyTce }: LeadContent, computed: Computed, words: Words): string {
  if (energyTce === null || computed.energyReview === 'provincial') return '';
  const isUnder = computed.energyReview === 'notNeeded';
  const n = isUnder
    ? exactly(DEFAULT_LEAD_RULES.energyReviewTce).minus(exactly(energyTce)).toDecimal(0)
    : (computed.energyMarginTce ?? '0').replace(/\.0+$/, '');
  return words.t(isUnder ? 'leads.energy.toReview' : 'leads.energy.toProvincial', { n: grouped(n, words) });
}

/** What the secretariat should look at before it decides. */
export function flagsOf(computed: Computed, words: Words): string[] {
  return [
    ...(computed.legacyCandidate ? [words.t('leads.flag.legacy')] : []),
    ...computed.scope.findings.map((found) => problemText(scopeProblem(found), words)),
    ...(computed.relocationInsideCity ? [words.t('leads.flag.relocation')] : []),
    ...(computed.fairCompetitionFlag ? [words.t('leads.flag.fairCompetition')] : []),
    ...computed.vetoCandidates.map((code) =>
      words.t('leads.flag.veto', { what: words.t(`lead.vetoCandidate.${code}`) }),
    ),
  ];
}

function grouped(n: string, words: Words): string {
  return formatsFor(words).number(n);
}
