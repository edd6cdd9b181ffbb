import type { FairCompetitionRules } from '../domain/fair-competition/flag-rules';
import { rowsAt, type SettingReading } from '../http/setting-form';
import type { SettingFields } from '../http/views/setting-fields';
import type { SettingGroup, SettingPage } from '../http/views/setting-page';
import { parts, typeName, typesIn } from './clause-cells';

const CELLS = ['name', 'code', 'types', 'patterns', 'basis'] as const;
const MOST_RULES = 20;
const MOST_PATTERNS = 60;

interface UnitChoice {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
}

/** The rules of the gate. A row without a name is left out, which is how a rule is taken away. */
export function gateRulesPage(units: readonly UnitChoice[]): SettingPage<FairCompetitionRules> {
  return {
    href: '/admin/settings/fair-competition',
    word: 'gate.rules',
    dataPage: 'setting',
    typed: ({ rules, ...rest }, words) => ({
      ...rest,
      rules: rules.map((rule) => ({
        ...rule,
        types: rule.types.map((type) => typeName(type, words)).join('、'),
        patterns: rule.patterns.join('\n'),
      })),
    }),
    tidy: (body) => ({
      ...body,
      rules: rowsAt(body, 'rules', CELLS, MOST_RULES).filter(({ name }) => name !== ''),
    }),
    groups: (fields) => groupsOf(fields, units),
    read: (form) => readRules(form, units),
  };
}

function groupsOf(fields: SettingFields, units: readonly UnitChoice[]): SettingGroup[] {
  const { words } = fields;
  const offices = units
    .filter(({ kind }) => kind === 'department' || kind === 'office')
    .map(({ code, name }) => ({ value: code, label: name }));
  const rows = rowsAt(fields.body, 'rules', CELLS, MOST_RULES);
  return [
    {
      title: words.t('gate.rules.who'),
      fields: [
        fields.tick('secretariatReviews'),
        fields.checks('reviewUnits', offices, { hint: words.t('gate.rules.hint.reviewUnits') }),
        fields.tick('unprovedNeedsOpinion'),
        fields.tick('unlawfulMayBeVoted'),
      ],
    },
    ...[...rows, ...(fields.isForm ? [null] : [])].map((row, at) => {
      const cell = (part: (typeof CELLS)[number]) => ({
        name: `rules[${at}][${part}]`,
        more: { label: words.t(`gate.rules.${part}`), required: false },
      });
      const text = (part: (typeof CELLS)[number], more: { hint?: string; optional?: boolean } = {}) =>
        fields.text(cell(part).name, { ...cell(part).more, ...more });
      return {
        title: row?.name || words.t('gate.rules.new'),
        note: row === null || !fields.isForm ? '' : words.t('gate.rules.remove'),
        fields: [
          text('name'),
          text('code', { hint: words.t('gate.rules.hint.code') }),
          text('types', { optional: true, hint: words.t('gate.rules.hint.types') }),
          fields.area(cell('patterns').name, {
            ...cell('patterns').more,
            optional: true,
            hint: words.t('gate.rules.hint.patterns'),
          }),
          text('basis'),
        ],
      };
    }),
  ];
}

function readRules(form: SettingReading, units: readonly UnitChoice[]): FairCompetitionRules {
  const rows = rowsAt(form.body, 'rules', CELLS, MOST_RULES);
  const rules = rows.map(({ code = '', name = '', basis = '', ...cells }, at) => {
    const wrong = (part: string): void => form.wrong(`rules[${at}][${part}]`, `gate.rules.error.${part}`);
    const types = typesIn(cells.types ?? '', form.words);
    const patterns = parts(cells.patterns ?? '');
    const isTaken = rows.slice(0, at).some((other) => other.code === code);
    if (!/^[a-z][a-z0-9-]{1,39}$/.test(code) || isTaken) wrong('code');
    if (name.length > 40) wrong('name');
    if (types === null) wrong('types');
    if (patterns.length > MOST_PATTERNS || patterns.some((one) => one.length > 40)) wrong('patterns');
    if (basis === '' || basis.length > 300) wrong('basis');
    return { code, name, types: types ?? [], patterns, basis };
  });
  const chosen = form.list('reviewUnits');
  const reviewUnits = units.map(({ code }) => code).filter((code) => chosen.includes(code));
  const secretariatReviews = form.ticked('secretariatReviews');
  if (reviewUnits.length === 0 && !secretariatReviews)
    form.wrong('secretariatReviews', 'gate.rules.error.nobody');
  return {
    rules,
    reviewUnits,
    secretariatReviews,
    unlawfulMayBeVoted: form.ticked('unlawfulMayBeVoted'),
    unprovedNeedsOpinion: form.ticked('unprovedNeedsOpinion'),
  };
}
