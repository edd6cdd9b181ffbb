import { CAMPAIGN_KINDS, LEADER_LEVELS, VISIT_RESULTS } from '../domain/campaign/campaign';
import { typedText } from '../http/forms';
import {
  areaField,
  checksField,
  errorSummary,
  numberField,
  selectField,
  textField,
  type ErrorSummary,
  type Field,
} from '../http/views/fields';
import type { Words } from '../words/words';

export type Typed = Readonly<Record<string, unknown>>;
export type Errors = Readonly<Record<string, string>>;
export type Choice = { readonly id: string; readonly name: string };

interface FormState {
  readonly typed: Typed;
  readonly errors: Errors;
  readonly disabled?: boolean;
}

function makers({ typed, errors, disabled = false }: FormState, words: Words) {
  const value = (name: string): string => typedText({ ...typed }, name);
  const shared = (name: string) => {
    const hint = `campaigns.hint.${name}`;
    const label = words.t(`campaigns.field.${name}`);
    const shown = { hint: words.has(hint) ? words.t(hint) : '', error: errors[name] ?? '' };
    return { name, label, value: value(name), ...shown, disabled, autocomplete: 'off' };
  };
  const select = (name: string, options: readonly Choice[], none: string | null): Field =>
    selectField({
      ...shared(name),
      required: none === null,
      optional: none !== null,
      options: [
        ...(none === null ? [] : [{ value: '', label: none, selected: value(name) === '' }]),
        ...options.map(({ id, name: label }) => ({ value: id, label, selected: id === value(name) })),
      ],
    });
  return { value, shared, select };
}

export function campaignFields(state: FormState, words: Words): Field[] {
  const { value, shared, select } = makers(state, words);
  const kinds = CAMPAIGN_KINDS.map((id) => ({ id, name: words.t(`campaigns.kind.${id}`) }));
  return [
    textField({ ...shared('name'), required: true }),
    select('kind', kinds, null),
    textField({ ...shared('startsOn'), type: 'date', required: true }),
    textField({ ...shared('endsOn'), type: 'date', required: true }),
    numberField({ ...shared('visitGoal'), required: true, inputmode: 'numeric' }),
    numberField({ ...shared('leadGoal'), required: true, inputmode: 'numeric' }),
    checksField({
      ...shared('partyBuilding'),
      optional: true,
      options: [{ value: '1', label: words.t('campaigns.party'), selected: value('partyBuilding') === '1' }],
    }),
    areaField({ ...shared('note'), optional: true, rows: 2, max: 500 }),
  ];
}

/** What has to be said on the doorstep comes first; the rest may be added later. */
export function visitFields(
  state: FormState & { readonly campaigns: readonly Choice[]; readonly hosts: readonly Choice[] },
  words: Words,
): { first: Field[]; more: Field[] } {
  const { shared, select } = makers(state, words);
  const levels = LEADER_LEVELS.map((id) => ({ id, name: words.t(`campaigns.level.${id}`) }));
  const results = VISIT_RESULTS.map((id) => ({ id, name: words.t(`campaigns.result.${id}`) }));
  return {
    first: [
      textField({ ...shared('firm'), required: true }),
      textField({ ...shared('visitedOn'), type: 'date', required: true }),
      select('result', results, null),
      select('campaignId', state.campaigns, words.t('campaigns.noCampaign')),
      select('leaderLevel', levels, null),
      areaField({ ...shared('note'), optional: true, rows: 3, max: 500 }),
    ],
    more: [
      textField({ ...shared('companions'), optional: true }),
      textField({ ...shared('place'), optional: true }),
      select('hostId', state.hosts, words.t('campaigns.noHost')),
      textField({ ...shared('nextStep'), optional: true }),
      textField({ ...shared('leadNumber'), optional: true }),
    ],
  };
}

export function summaryOf(errors: Errors, words: Words): ErrorSummary | null {
  return errorSummary(words.t('ui.errors.title', { n: Object.keys(errors).length }), errors);
}
