import { VOTES } from '../domain/ballot/ballot';
import { PANEL_KINDS, SEAT_FUNCTIONS, type PanelKind } from '../domain/rubric/panel-kind';
import { criteriaFor, type RubricContent } from '../domain/rubric/rubric-content';
import { groupField, numberField, selectField, type Field } from '../http/views/fields';
import type { Words } from '../words/words';
import { TRIAL_VETOES, type TrialSeat, type TypedTrial } from './trial-form';
import { rulesOptions, type TrialFacts } from './trial.views';

export interface ScoreCell {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly error: string;
}

/** The model of `rules/_grid`: one table for each kind, with the criteria that this kind scores. */
export interface GridModel {
  readonly kinds: readonly {
    readonly title: string;
    readonly columns: readonly string[];
    readonly hasDuties: boolean;
    readonly rows: readonly {
      readonly id: string;
      readonly label: string;
      readonly vote: Field;
      readonly duty: Field | null;
      readonly cells: readonly ScoreCell[];
    }[];
  }[];
  readonly vetoes: readonly Field[];
  readonly vetoCount: string;
}

type Messages = Readonly<Record<string, string>>;

/** What the grid is made of: rubric, rules, seats of each kind, extensions used. */
export function setupFields(facts: TrialFacts, messages: Messages, words: Words): Field[] {
  const { rubric, rubrics, rules, chosen, typed } = facts;
  return [
    selectField({
      name: 'rubric',
      label: words.t('trial.field.rubric'),
      options: rubrics.map((one) => ({ ...one, selected: one.value === rubric.id })),
    }),
    selectField({
      name: 'rules',
      label: words.t('trial.field.rules'),
      options: rulesOptions(rules, chosen, words),
    }),
    groupField({
      name: 'counts',
      label: words.t('trial.field.seats'),
      fields: PANEL_KINDS.map((kind) =>
        numberField({
          name: `counts[${kind}]`,
          label: words.t(`panelKind.${kind}`),
          value: typed.counts[kind],
          unit: words.t('trial.unit.seats'),
          error: messages[`counts[${kind}]`] ?? '',
          inputmode: 'numeric',
          stacked: true,
        }),
      ),
    }),
    numberField({
      name: 'extensions',
      label: words.t('trial.field.extensions'),
      value: typed.extensions,
      unit: words.t('rules.unit.mostExtensions'),
      error: messages['extensions'] ?? '',
      inputmode: 'numeric',
    }),
  ];
}

export function gridView(
  typed: TypedTrial,
  rubric: RubricContent,
  messages: Messages,
  words: Words,
): GridModel {
  const raised = Object.values(typed.vetoes).filter((state) => state !== '').length;
  return {
    kinds: PANEL_KINDS.flatMap((kind) => {
      const seats = typed.seats.filter((seat) => seat.kind === kind);
      if (seats.length === 0) return [];
      return [
        {
          title: words.t(`panelKind.${kind}`),
          columns: criteriaFor(rubric, kind).map(({ name }) => words.of(name)),
          hasDuties: kind === 'support',
          rows: seats.map((seat, at) => rowOf(seat, at, kind, rubric, messages, words)),
        },
      ];
    }),
    vetoes: rubric.vetoGrounds.map(({ code, name }) =>
      selectField({
        name: `vetoes[${code}]`,
        label: `${code} ${words.of(name)}`,
        options: ['', ...TRIAL_VETOES].map((state) => ({
          value: state,
          label: words.t(state === '' ? 'trial.veto.none' : `trial.veto.${state}`),
          selected: typed.vetoes[code] === state,
        })),
      }),
    ),
    vetoCount: words.t('trial.vetoes.count', { n: raised }),
  };
}

function rowOf(
  seat: TrialSeat,
  at: number,
  kind: PanelKind,
  rubric: RubricContent,
  messages: Messages,
  words: Words,
): GridModel['kinds'][number]['rows'][number] {
  const label = words.t('trial.seat', { kind: words.t(`panelKind.${kind}`), n: at + 1 });
  return {
    id: seat.id,
    label,
    vote: selectField({
      name: `votes[${seat.id}]`,
      label: words.t('trial.vote', { seat: label }),
      error: messages[`votes[${seat.id}]`] ?? '',
      options: ['', ...VOTES, 'recused'].map((vote) => ({
        value: vote,
        label: words.t(`trial.vote.${vote === '' ? 'none' : vote}`),
        selected: seat.vote === vote,
      })),
    }),
    duty: kind === 'support' ? dutyField(seat, label, words) : null,
    cells: criteriaFor(rubric, kind).map(({ code, name }) => ({
      id: `scores-${seat.id}-${code}`,
      name: `scores[${seat.id}][${code}]`,
      value: seat.scores[code] ?? '',
      label: words.of(name),
      error: messages[`scores[${seat.id}][${code}]`] ?? '',
    })),
  };
}

function dutyField(seat: TrialSeat, label: string, words: Words): Field {
  return selectField({
    name: `duties[${seat.id}]`,
    label: words.t('trial.duty', { seat: label }),
    options: ['', ...SEAT_FUNCTIONS].map((duty) => ({
      value: duty,
      label: duty === '' ? words.t('trial.duty.none') : words.t(`seatFunction.${duty}`),
      selected: seat.duty === duty,
    })),
  });
}
