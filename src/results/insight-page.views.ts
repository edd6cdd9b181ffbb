import { pageHead } from '../http/views/acts';
import type { Page } from '../http/views/frame';
import type { Links } from '../http/views/lists';
import type { RollSeat } from '../rounds/rounds.queries';
import type { RubricVersionRead } from '../rubrics/rubrics.queries';
import type { Words } from '../words/words';

/** The three ways of looking back. */
export const INSIGHT_TABS = ['agreement', 'severity', 'replay'] as const;
export type InsightTab = (typeof INSIGHT_TABS)[number];

const hrefs: Readonly<Record<InsightTab, string>> = {
  agreement: '/insight',
  severity: '/insight/severity',
  replay: '/insight/replay',
};

/** What every page of insight has: its head, and the way to the others. */
export function insightFrame(tab: InsightTab, rounds: number, words: Words): { page: Page; tabs: Links } {
  const title = words.t('insight.title');
  return {
    page: {
      title: words.t('insight.title.tab', { title, tab: words.t(`insight.tab.${tab}`) }),
      dataPage: `insight-${tab}`,
      crumbs: [
        { label: words.t('menu.desk'), href: '/' },
        ...(tab === 'agreement'
          ? [{ label: title }]
          : [{ label: title, href: '/insight' }, { label: words.t(`insight.tab.${tab}`) }]),
      ],
      head: pageHead({
        title,
        meta: [words.t('insight.meta.rounds', { n: rounds }), words.t('insight.meta.never')],
      }),
      wide: true,
    },
    tabs: {
      label: words.t('insight.tabs'),
      items: INSIGHT_TABS.map((one) => ({
        label: words.t(`insight.tab.${one}`),
        href: hrefs[one],
        count: '',
        current: one === tab,
      })),
    },
  };
}

/** The seat by its unit and duty; no person's name stands on these pages. */
export function seatName({ unitName, function: duty }: RollSeat, words: Words): string {
  return duty === null
    ? unitName
    : words.t('insight.seat.duty', { unit: unitName, duty: words.t(`seatFunction.${duty}`) });
}

export function versionName(
  { name, version }: Pick<RubricVersionRead, 'name' | 'version'>,
  words: Words,
): string {
  return words.t('results.rubric', { name: words.of(name), version });
}
