import { compareRubrics } from '../domain/rubric/compare-rubrics';
import { confirmation, pageHead, type Confirmation } from '../http/views/acts';
import { areaField } from '../http/views/fields';
import type { Page, PageModel } from '../http/views/frame';
import type { Words } from '../words/words';
import { changesOf, type ChangeRow } from './rubric-comparison.views';
import type { RubricDraftRead } from './rubric-drafts.queries';
import type { RubricVersionCard, RubricVersionRead } from './rubrics.queries';
import { rubricCrumbs } from './rubric-words';

/** The model of `rubrics/confirm`: an act, what it does, and for a publication what it changes. */
export interface RubricConfirmModel extends PageModel {
  readonly confirm: Confirmation;
  readonly changes: { readonly caption: string; readonly rows: readonly ChangeRow[] } | null;
}

/** Before a draft is published: what that does, and how it differs from the version in force. */
export function publicationView(
  read: RubricDraftRead,
  before: RubricVersionRead | null,
  words: Words,
): RubricConfirmModel {
  const { version, content, faults } = read;
  const base = `/rubrics/${version.rubricId}/versions/${version.version}`;
  const rows = before === null ? [] : changesOf(compareRubrics(before.content, content), words);
  return {
    page: actPage('rubric-publication', 'rubrics.publish.title', version, words),
    confirm: confirmation({
      title: words.t('rubrics.publish.title', { n: version.version }),
      consequences: [
        words.t('rubrics.publish.frozen'),
        before === null
          ? words.t('rubrics.publish.first')
          : words.t('rubrics.publish.replaces', { n: before.version }),
        words.t('rubrics.publish.running'),
      ],
      action: `${base}/publication`,
      fields: [{ name: 'digest', value: version.digest }],
      submit: words.t('rubrics.publish.act', { n: version.version }),
      cancel: { label: words.t('rubrics.publish.cancel'), href: `${base}/edit` },
      disabledBecause: faults.length > 0 ? words.t('rubrics.publish.faults', { n: faults.length }) : null,
    }),
    changes:
      before === null
        ? null
        : { caption: words.t('rubrics.publish.changes', { n: before.version, count: rows.length }), rows },
  };
}

/** Before a version is taken out of use. `reason` is what came back refused; null on the first look. */
export function retirementView(
  read: RubricVersionRead,
  next: RubricVersionCard | null,
  reason: string | null,
  words: Words,
): RubricConfirmModel {
  const { version } = read;
  const base = `/rubrics/${read.rubricId}/versions/${version}`;
  const error = reason === null ? '' : words.t('rubrics.retire.reason.error');
  const isPublished = read.state === 'published';
  return {
    page: actPage('rubric-retirement', 'rubrics.retire.title', read, words),
    confirm: confirmation({
      title: words.t('rubrics.retire.title', { n: version }),
      consequences: [
        words.t('rubrics.retire.planned'),
        next === null ? words.t('rubrics.retire.none') : words.t('rubrics.retire.next', { n: next.version }),
        words.t('rubrics.retire.kept'),
      ],
      action: `${base}/retirement`,
      inputs: [
        areaField({
          name: 'reason',
          label: words.t('rubrics.retire.reason'),
          value: reason ?? '',
          error,
          rows: 2,
          required: true,
          stacked: true,
        }),
      ],
      submit: words.t('rubrics.retire.act'),
      danger: true,
      cancel: { label: words.t('ui.back'), href: base },
      disabledBecause: isPublished ? null : words.t('refusal.versionNotPublished', { version }),
    }),
    changes: null,
  };
}

/** Before a draft is thrown away. */
export function discardView({ version, basedOn }: RubricDraftRead, words: Words): RubricConfirmModel {
  const base = `/rubrics/${version.rubricId}/versions/${version.version}`;
  return {
    page: actPage('rubric-discard', 'rubrics.discard.title', version, words),
    confirm: confirmation({
      title: words.t('rubrics.discard.title', { n: version.version }),
      consequences: [
        words.t('rubrics.discard.lost', { n: version.content.criteria.length }),
        ...(basedOn === null ? [] : [words.t('rubrics.discard.kept', { n: basedOn.version })]),
      ],
      action: `${base}/removal`,
      submit: words.t('rubrics.discard.act'),
      danger: true,
      cancel: { label: words.t('ui.back'), href: `${base}/edit` },
    }),
    changes: null,
  };
}

function actPage(
  dataPage: string,
  key: string,
  card: Pick<RubricVersionCard, 'rubricId' | 'name' | 'version'>,
  words: Words,
): Page {
  const title = words.t(key, { n: card.version });
  const head = pageHead({ title: words.of(card.name), meta: [title] });
  return { title, dataPage, crumbs: rubricCrumbs(card, words, title), head };
}
