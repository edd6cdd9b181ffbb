import { PAPER_LIMIT_BOUNDS, type PaperLimits } from '../domain/lead/paper-limits';
import { pageHead } from '../http/views/acts';
import { areaField, numberField, type Field } from '../http/views/fields';
import type { PageModel } from '../http/views/frame';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';

export const PAPER_LIMITS_PAGE = '/admin/settings/paper-limits';

/** The limits as they stand and how they came about. */
export interface PaperLimitsFacts {
  readonly limits: PaperLimits;
  readonly version: number;
  readonly mayChange: boolean;
  readonly history: readonly {
    readonly version: number;
    readonly content: string;
    readonly reason: string;
    readonly changedAt: string;
    readonly changedByLabel: string;
  }[];
  /** What was typed and what is wrong with it; null where nothing was sent. */
  readonly sent: { readonly typed: Record<string, string>; readonly errors: Record<string, string> } | null;
}

/** The model of `papers/limits`. */
export interface PaperLimitsModel extends PageModel {
  readonly action: string;
  readonly basedOn: string;
  readonly fields: readonly Field[];
  readonly mayChange: boolean;
  readonly error: string;
  readonly history: { readonly items: readonly { title: string; when: string; text: string }[] };
}

const names = Object.keys(PAPER_LIMIT_BOUNDS) as (keyof PaperLimits)[];

export function paperLimitsView(facts: PaperLimitsFacts, words: Words): PaperLimitsModel {
  const { limits, sent, mayChange, version, history } = facts;
  const title = words.t('papers.limits');
  const limitField = (name: keyof PaperLimits): Field => {
    const [min, max] = PAPER_LIMIT_BOUNDS[name];
    return numberField({
      name,
      label: words.t(`papers.limits.${name}`),
      value: sent?.typed[name] ?? String(limits[name]),
      unit: words.t(name.endsWith('Files') ? 'papers.limits.unit.files' : 'papers.limits.unit.mb'),
      hint: words.t('papers.limits.bounds', { min, max }),
      min,
      max,
      required: true,
      disabled: !mayChange,
      error: sent?.errors[name] ?? '',
    });
  };
  const reason = areaField({
    name: 'reason',
    label: words.t('papers.limits.reason'),
    value: sent?.typed['reason'] ?? '',
    rows: 2,
    max: 200,
    required: true,
    error: sent?.errors['reason'] ?? '',
  });
  return {
    page: {
      title,
      dataPage: 'paper-limits',
      crumbs: [
        { label: words.t('menu.desk'), href: '/' },
        { label: words.t('menu.settings'), href: '/admin/settings' },
        { label: title },
      ],
      head: pageHead({ title, meta: [words.t('papers.limits.meta')] }),
    },
    action: PAPER_LIMITS_PAGE,
    basedOn: sent?.typed['basedOn'] ?? String(version),
    fields: [...names.map(limitField), ...(mayChange ? [reason] : [])],
    mayChange,
    error: sent?.errors['basedOn'] ?? '',
    history: {
      items: history.map(({ version: n, content, reason: why, changedAt, changedByLabel }) => ({
        title: words.t('papers.limits.version', { n }),
        when: words.t('papers.limits.by', { at: formatsFor(words).dateTime(changedAt), who: changedByLabel }),
        text: words.t('papers.limits.was', { ...(JSON.parse(content) as PaperLimits), why }),
      })),
    },
  };
}
