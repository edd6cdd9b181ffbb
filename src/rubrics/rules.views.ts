import { ruleChapters } from '../domain/rubric/rule-sentences';
import type { RuleSet } from '../domain/rubric/rule-set';
import { act, pageHead, type Act, type ActInput } from '../http/views/acts';
import type { PageModel } from '../http/views/frame';
import { tag, type Tag } from '../http/views/marks';
import { formatsFor } from '../words/formats';
import { ruleWords } from '../words/rules';
import type { Words } from '../words/words';
import type { RuleDraftRead } from './rule-drafts.queries';
import { versionName } from './rule-words.views';
import type { RuleSetRead } from './rubrics.queries';
import { exportAct, listSheet } from '../http/views/list-sheet';
import type { Sheet } from '../http/spreadsheet';

export interface RuleListModel extends PageModel {
  rows: { id: string; name: string; href: string; version: string; published: string; state: Tag }[];
  drafts: { id: string; name: string; href: string; base: string; edited: string }[];
  count: string;
}

export interface RuleList {
  readonly versions: readonly RuleSetRead[];
  readonly drafts: readonly RuleDraftRead[];
  /** The version that a new round gets when its plan names none. */
  readonly currentId: string;
  readonly maySimulate: boolean;
}

/** All versions of all rule sets, and what is being written. */
export function ruleListView(
  { versions, drafts, currentId, maySimulate }: RuleList,
  words: Words,
): RuleListModel {
  const title = words.t('rules.list.title');
  const simulator: ActInput = { label: words.t('rules.simulator'), href: '/rules/simulator' };
  return {
    page: {
      title,
      dataPage: 'rule-index',
      crumbs: [{ label: words.t('rubrics.crumb.desk'), href: '/' }, { label: title }],
      head: pageHead({
        title,
        meta: [words.t('rules.list.meta')],
        acts: [...(maySimulate ? [simulator] : []), exportAct('/rules.xlsx', words)],
      }),
    },
    rows: versions.map((version) => ({
      id: version.id,
      name: words.of(version.content.name),
      href: `/rules/${version.id}`,
      version: versionName(version, words),
      published: publishedWords(version, words),
      state: stateOf(version, currentId, words),
    })),
    drafts: drafts.map(({ id, typed, base, editedAt, editedByLabel }) => ({
      id,
      name: String(typed[words.locale === 'en' ? 'nameEn' : 'nameZh'] ?? '') || words.of(base.content.name),
      href: `/rules/drafts/${id}`,
      base: versionName(base, words),
      edited: words.t('rules.draft.edited', { at: formatsFor(words).dateTime(editedAt), by: editedByLabel }),
    })),
    count: words.t('rules.list.count', { n: versions.length }),
  };
}

export interface RuleSetModel extends PageModel {
  chapters: Chapter[];
  others: { value: string; label: string }[];
  compareAction: string;
  retire: Act | null;
}

export interface RuleSetFacts {
  readonly rules: RuleSetRead;
  readonly versions: readonly RuleSetRead[];
  readonly currentId: string;
  readonly mayEdit: boolean;
  /** Whether other rules would remain for new rounds. */
  readonly mayRetire: boolean;
}

/** One version in plain language. */
export function ruleSetView(facts: RuleSetFacts, words: Words): RuleSetModel {
  const { rules, versions, currentId, mayEdit } = facts;
  const version = versionName(rules, words);
  const title = words.t('rules.show.title', { name: words.of(rules.content.name), version });
  return {
    page: {
      title,
      dataPage: 'rule-show',
      crumbs: ruleCrumbs(version, words),
      head: pageHead({
        title,
        meta: [
          { strong: stateOf(rules, currentId, words).label },
          publishedWords(rules, words),
          ...(rules.retiredAt === null ? [] : [retiredWords(rules, words)]),
          words.t('rubrics.version.frozen'),
          words.t('rubrics.version.digest', { digest: rules.digest.slice(0, 16) }),
        ],
        acts: mayEdit
          ? [{ label: words.t('rules.draft.begin'), href: `/rules/${rules.id}/drafts`, method: 'post' }]
          : [],
      }),
    },
    chapters: chaptersOf(rules.content, words),
    others: versions
      .filter(({ id }) => id !== rules.id)
      .map((other) => ({ value: other.id, label: versionName(other, words) })),
    compareAction: `/rules/${rules.id}/comparison`,
    retire: mayEdit && rules.retiredAt === null ? retireAct(facts, words) : null,
  };
}

export interface Chapter {
  readonly title: string;
  readonly sentences: readonly { readonly n: string; readonly text: string }[];
}

/** The rules in sentences, numbered through all chapters, so that a minute can name one. */
export function chaptersOf(rules: RuleSet, words: Words): Chapter[] {
  let n = 0;
  return ruleChapters(rules).map(({ chapter, sentences }) => ({
    title: words.t(`rules.chapter.${chapter}`),
    sentences: sentences.map((sentence) => {
      n += 1;
      return { n: String(n), text: ruleWords(sentence, words) };
    }),
  }));
}

export function ruleCrumbs(last: string, words: Words): { label: string; href?: string }[] {
  return [
    { label: words.t('rubrics.crumb.desk'), href: '/' },
    { label: words.t('rules.list.title'), href: '/rules' },
    { label: last },
  ];
}

function retireAct({ rules, mayRetire }: RuleSetFacts, words: Words): Act {
  return act({
    label: words.t('rules.retire'),
    href: `/rules/${rules.id}/retirement`,
    method: 'post',
    tone: 'danger',
    confirm: words.t('rules.retire.confirm', { version: versionName(rules, words) }),
    why: words.t('rules.retire.why'),
    disabledBecause: mayRetire ? null : words.t('refusal.lastRuleSet'),
  });
}

function stateOf({ id, retiredAt }: RuleSetRead, currentId: string, words: Words): Tag {
  if (retiredAt !== null) return tag(words.t('rules.state.retired'), '', 'retired');
  return id === currentId
    ? tag(words.t('rules.state.current'), 'green', 'current')
    : tag(words.t('rules.state.published'), 'line', 'published');
}

function publishedWords({ publishedAt, publishedByLabel }: RuleSetRead, words: Words): string {
  const formats = formatsFor(words);
  return words.t('rubrics.published', {
    at: formats.dayFull(publishedAt),
    by: formats.actor(publishedByLabel),
  });
}

function retiredWords({ retiredAt, retiredByLabel }: RuleSetRead, words: Words): string {
  const at = retiredAt === null ? '' : formatsFor(words).dayFull(retiredAt);
  return words.t('rules.retired', { at, by: retiredByLabel ?? '' });
}

/** All versions of all rule sets to take away. */
export function ruleSheet(model: RuleListModel, words: Words): Sheet {
  return listSheet(
    words.t('rules.list.title'),
    [
      [words.t('rules.col.name'), 30, 'name'],
      [words.t('rubrics.col.version'), 14, 'version'],
      [words.t('rubrics.col.state'), 12, 'state'],
      [words.t('rubrics.col.published'), 40, 'published'],
    ],
    model.rows,
  );
}
