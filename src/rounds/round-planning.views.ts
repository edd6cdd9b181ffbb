import { TRACKS } from '../domain/lead/dictionaries';
import type { Refusal } from '../domain/shared/refusal';
import { pageHead } from '../http/views/acts';
import {
  errorSummary,
  radiosField,
  selectField,
  textField,
  type ErrorSummary,
  type Field,
} from '../http/views/fields';
import type { PageModel } from '../http/views/frame';
import type { Links } from '../http/views/lists';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { RubricVersionCard } from '../rubrics/rubrics.queries';
import { deadlineField } from './deadline-field.views';
import { leadChoice, type LeadChoice } from './lead-choice.views';
import type { Planning } from './round-planning.queries';
import type { LookTyped } from './second-look.views';

/** What the form holds: as typed when it came back, else what is suggested. */
export interface PlanTyped {
  readonly title: string;
  readonly rubricVersionId: string;
  readonly ruleSetVersionId: string;
  readonly panelId: string;
  readonly deadlineAt: string;
  readonly leadIds: readonly string[];
  readonly mode: string;
  readonly looks: LookTyped;
}

export interface PlanModel extends PageModel {
  errors: ErrorSummary | null;
  fields: Field[];
  tracks: Links;
  leads: LeadChoice[];
  leadError: string;
  lookError: string;
  count: string;
  hint: string;
}

export interface PlanAsked {
  /** Only leads of this track are offered; '' for all. */
  readonly track: string;
  readonly typed: Partial<PlanTyped>;
  readonly errors: Readonly<Record<string, string>>;
}

/** The page on which a round is planned. */
export function planView(planning: Planning, { track, typed, errors }: PlanAsked, words: Words): PlanModel {
  const title = words.t('rounds.new.title');
  const picked = new Set(typed.leadIds ?? []);
  const shown = planning.leads.filter((lead) => track === '' || lead.track === track || picked.has(lead.id));
  const rules = planning.rules?.content.round;
  return {
    page: {
      title,
      dataPage: 'round-new',
      crumbs: [
        { label: words.t('rounds.crumb.desk'), href: '/' },
        { label: words.t('rounds.list.title'), href: '/rounds' },
        { label: title },
      ],
      head: pageHead({ title, meta: [words.t('rounds.new.meta')] }),
    },
    errors: errorSummary(words.t('ui.errors.title', { n: Object.keys(errors).length }), errors),
    fields: fieldsOf(planning, track, typed, errors, words),
    tracks: trackLinks(planning, track, words),
    leads: shown.map((lead) => leadChoice(lead, planning, { picked, looks: typed.looks ?? null }, words)),
    leadError: errors['leadIds'] ?? '',
    lookError: errors['secondLooks'] ?? '',
    count: words.t('rounds.new.count', { n: shown.length }),
    hint: words.t('rounds.new.leads.hint', { fewest: rules?.fewestLeads ?? 1, most: rules?.mostLeads ?? 20 }),
  };
}

function fieldsOf(
  { rubrics, ruleSets, panels, suggestedDeadline }: Planning,
  track: string,
  typed: Partial<PlanTyped>,
  errors: PlanAsked['errors'],
  words: Words,
): Field[] {
  const fmt = formatsFor(words);
  const rubric = typed.rubricVersionId ?? rubrics.find(({ code }) => code === track)?.id ?? '';
  const panel = typed.panelId ?? (panels.length === 1 ? (panels[0]?.id ?? '') : '');
  const choose = { value: '', label: words.t('ui.choose') };
  return [
    textField({
      name: 'title',
      label: words.t('rounds.field.title'),
      required: true,
      value: typed.title ?? '',
      error: errors['title'] ?? '',
      hint: words.t('rounds.field.title.hint'),
    }),
    selectField({
      name: 'rubricVersionId',
      label: words.t('rounds.field.rubric'),
      required: true,
      error: errors['rubricVersionId'] ?? '',
      hint: words.t('rounds.field.rubric.hint'),
      options: [choose, ...rubrics.map((card) => ({ value: card.id, label: rubricLabel(card, words) }))].map(
        (option) => ({
          ...option,
          selected: option.value === rubric,
        }),
      ),
    }),
    rulesField(ruleSets, typed.ruleSetVersionId ?? '', errors, words),
    selectField({
      name: 'panelId',
      label: words.t('rounds.field.panel'),
      required: true,
      error: errors['panelId'] ?? '',
      hint: words.t('rounds.field.panel.hint'),
      options: [
        choose,
        ...panels.map(({ id, name, seats, mandatory: m }) => ({
          value: id,
          label: words.t('rounds.field.panel.option', { name, n: seats, m }),
        })),
      ].map((option) => ({ ...option, selected: option.value === panel })),
    }),
    deadlineField({
      label: words.t('rounds.field.deadline'),
      value: typed.deadlineAt ?? fmt.fieldDateTime(suggestedDeadline),
      error: errors['deadlineAt'] ?? '',
      hint: words.t('rounds.field.deadline.hint', { at: fmt.dateTime(suggestedDeadline) }),
    }),
    judgedBy(typed.mode === 'assigned' ? 'assigned' : 'everyone', words),
  ];
}

/** By all seats, or by some for each item; how many and which is for the page of the assignment. */
export function judgedBy(chosen: 'everyone' | 'assigned', words: Words, disabled = false): Field {
  return radiosField({
    name: 'mode',
    label: words.t('assignments.field.mode'),
    disabled,
    options: (['everyone', 'assigned'] as const).map((mode) => ({
      value: mode,
      label: words.t('assignments.mode.option', {
        mode: words.t(`assignments.mode.${mode}`),
        hint: words.t(`assignments.mode.${mode}.hint`),
      }),
      selected: mode === chosen,
    })),
  });
}

/** The rules in force are chosen already; others are for the city that tries another way. */
function rulesField(
  ruleSets: Planning['ruleSets'],
  chosen: string,
  errors: PlanAsked['errors'],
  words: Words,
): Field {
  const known = ruleSets.find(({ id }) => id === chosen) ?? ruleSets[0];
  return selectField({
    name: 'ruleSetVersionId',
    label: words.t('rounds.field.rules'),
    error: errors['ruleSetVersionId'] ?? '',
    hint: words.t('rounds.field.rules.hint'),
    options: ruleSets.map(({ id, code, version, content }) => ({
      value: id,
      label: words.t('rounds.field.rules.option', {
        name: words.of(content.name),
        code,
        n: version,
      }),
      selected: id === known?.id,
    })),
  });
}

function trackLinks({ leads }: Planning, current: string, words: Words): Links {
  return {
    label: words.t('rounds.new.tracks'),
    items: ['', ...TRACKS].map((track) => ({
      label: track === '' ? words.t('ui.all') : words.t(`rounds.track.${track}`),
      href: track === '' ? '/rounds/new' : `/rounds/new?track=${track}`,
      count: String(leads.filter((lead) => track === '' || lead.track === track).length),
      current: track === current,
    })),
  };
}

function rubricLabel({ name, version }: RubricVersionCard, words: Words): string {
  return words.t('rounds.field.rubric.option', {
    name: words.of(name),
    n: version,
  });
}

/** The message of each field: the sentence of the rule that said no. */
export function problemWords(
  problems: readonly { field: string; refusal: Refusal }[],
  words: Words,
): Record<string, string> {
  const sentence = ({ because, details }: Refusal): string => words.t(`refusal.${because}`, details);
  return Object.fromEntries(problems.map(({ field, refusal }) => [field, sentence(refusal)]));
}
