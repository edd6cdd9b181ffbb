import type { Day } from '../domain/shared/instant';
import { pageHead } from '../http/views/acts';
import type { PageModel } from '../http/views/frame';
import type { Tag } from '../http/views/marks';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { cellsOf } from './clause-cells';
import { policyOf, type PolicyVersion } from './policy.entity';
import { validityTag, validText } from './policies.views';

export interface PolicyModel extends PageModel {
  readonly state: Tag;
  readonly facts: { readonly two: boolean; readonly items: { label: string; value: string; sub: string }[] };
  readonly clauses: readonly {
    readonly code: string;
    readonly text: string;
    readonly sub: string;
    /** What a scout writes to ask by it. */
    readonly cite: string;
  }[];
  readonly history: {
    readonly items: readonly {
      readonly at: string;
      readonly text: string;
      readonly mark: boolean;
      readonly seal: null;
      readonly light: null;
    }[];
  };
}

/** One policy with its history, the newest version first. */
export function policyView(
  versions: readonly [PolicyVersion, ...PolicyVersion[]],
  { today, mayKeep }: { readonly today: Day; readonly mayKeep: boolean },
  words: Words,
): PolicyModel {
  const policy = policyOf(versions[0]);
  const formats = formatsFor(words);
  const item = (key: string, value: string) => ({ label: words.t(`policies.field.${key}`), value, sub: '' });
  return {
    page: {
      title: policy.title,
      dataPage: 'policy-show',
      crumbs: [
        { label: words.t('menu.desk'), href: '/' },
        { label: words.t('policies.title'), href: '/policies' },
        { label: policy.documentNo },
      ],
      head: pageHead({
        title: policy.title,
        meta: [{ strong: policy.documentNo }, policy.issuer],
        acts: mayKeep ? [{ label: words.t('policies.revise'), href: `/policies/${policy.id}/edit` }] : [],
      }),
    },
    state: validityTag(policy, today, words),
    facts: { two: true, items: [item('issuer', policy.issuer), item('valid', validText(policy, words))] },
    clauses: policy.clauses.map((clause) => {
      const { types, words: known, cap } = cellsOf(clause, words);
      return {
        code: clause.code,
        text: clause.text,
        sub: [
          words.t('policies.clause.types', { types: types || words.t('policies.types.any') }),
          ...(known === '' ? [] : [words.t('policies.clause.words', { words: known })]),
          ...(cap === '' ? [] : [words.t('policies.clause.cap', { cap: formats.number(cap) })]),
        ].join(' · '),
        cite: words.t('policies.clause.cite', { document: policy.documentNo, code: clause.code }),
      };
    }),
    history: {
      items: versions.map(({ version, changedAt, changedByLabel, reason }, at) => ({
        at: formats.dateTimeFull(changedAt),
        text: words.t('policies.history.line', { n: version, by: changedByLabel, reason }),
        mark: at === 0,
        seal: null,
        light: null,
      })),
    },
  };
}
