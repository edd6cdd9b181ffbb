import type { Criterion, VetoGround } from '../domain/rubric/rubric-content';
import { pageHead } from '../http/views/acts';
import type { PageModel } from '../http/views/frame';
import { formulasWords } from '../words/formulas';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { publishedWords } from './rubric.views';
import { confirmerWords, kindWords, raiserWords, rubricCrumbs } from './rubric-words';
import type { RubricVersionRead, RuleSetRead } from './rubrics.queries';
import { rulesView, type RulesModel } from './rule-words.views';

export interface RubricVersionModel extends PageModel {
  criteria: {
    code: string;
    name: string;
    weight: string;
    kinds: string;
    /** How it scores itself from the form; `''` where it is scored by hand. */
    formula: string;
    /** What of it is not as usual: may be left out, reasons for other scores than 0, 1 and 5. */
    notes: string[];
    anchors: { score: string; text: string }[];
  }[];
  vetoes: { code: string; name: string; basis: string; raisedBy: string; confirmedBy: string }[];
  rules: RulesModel | null;
}

/** One frozen version in full: criteria with their anchors, the veto list, the rules. */
export function rubricVersionView(
  read: RubricVersionRead,
  rules: RuleSetRead | null,
  mayEdit: boolean,
  words: Words,
): RubricVersionModel {
  const name = words.of(read.content.name);
  const version = words.t('rubrics.version', { n: read.version });
  const { criteria, vetoGrounds } = read.content;
  const isDraft = read.state === 'draft';
  return {
    page: {
      title: `${name} ${version}`,
      dataPage: 'rubric-version',
      crumbs: rubricCrumbs(read, words, version),
      head: pageHead({
        title: `${name} ${version}`,
        meta: [
          ...(read.state === 'published' ? [] : [{ strong: words.t(`rubrics.state.${read.state}`) }]),
          words.t('rubrics.version.criteria', { n: criteria.length }),
          ...(isDraft
            ? [words.t('rubrics.version.open')]
            : [
                publishedWords(read, words),
                words.t('rubrics.version.frozen'),
                words.t('rubrics.version.digest', { digest: read.digest.slice(0, 16) }),
              ]),
        ],
        acts: versionActs(read, mayEdit, words),
      }),
    },
    criteria: criteria.map((criterion) => criterionRow(criterion, words)),
    vetoes: vetoGrounds.map((ground) => vetoRow(ground, words)),
    rules: rules && rulesView(rules, words),
  };
}

function versionActs(
  { rubricId, version, state }: RubricVersionRead,
  mayEdit: boolean,
  words: Words,
): { label: string; href: string }[] {
  const base = `/rubrics/${rubricId}/versions/${version}`;
  return [
    { label: words.t('rubrics.preview.ask'), href: `${base}/preview` },
    ...(mayEdit && state === 'draft' ? [{ label: words.t('rubrics.draft.goOn'), href: `${base}/edit` }] : []),
    ...(mayEdit && state === 'published'
      ? [{ label: words.t('rubrics.retire.ask'), href: `${base}/retirement` }]
      : []),
  ];
}

function criterionRow(criterion: Criterion, words: Words): RubricVersionModel['criteria'][number] {
  const { code, name, weight, kinds, anchors, naAllowed, commentRequiredFor } = criterion;
  const isUsual = [...commentRequiredFor].sort().join() === '0,1,5';
  const scores = formatsFor(words).list(commentRequiredFor.map(String));
  return {
    code,
    name: words.of(name),
    weight: String(weight),
    kinds: kindWords(kinds, words),
    formula: formulasWords(criterion, words),
    notes: [
      ...(naAllowed ? [words.t('rubrics.field.naAllowed.yes')] : []),
      ...(isUsual
        ? []
        : [scores === '' ? words.t('rubrics.reasons.none') : words.t('rubrics.reasons.for', { scores })]),
    ],
    anchors: ([0, 3, 5] as const).map((score) => ({
      score: String(score),
      text: words.of(anchors[score]),
    })),
  };
}

function vetoRow(
  { code, name, basis, raisedBy, confirmedBy }: VetoGround,
  words: Words,
): RubricVersionModel['vetoes'][number] {
  return {
    code,
    name: words.of(name),
    basis: words.of(basis),
    raisedBy: raiserWords(raisedBy, words),
    confirmedBy: confirmerWords(confirmedBy, words),
  };
}
