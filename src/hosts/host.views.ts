import type { ChainBook } from '../domain/chain/chain-book';
import { typedText } from '../http/forms';
import { pageHead } from '../http/views/acts';
import { checksField, errorSummary, ErrorSummary, Field, selectField, textField } from '../http/views/fields';
import type { PageModel } from '../http/views/frame';
import { tag, Tag } from '../http/views/marks';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { chainName } from './chain-words';
import { HOST_KINDS } from './host.entity';
import type { HostCard } from './hosts.queries';

type Typed = Readonly<Record<string, unknown>>;
type Errors = Readonly<Record<string, string>>;
type Choice = { readonly id: string; readonly name: string };

interface HostForm {
  errors: ErrorSummary | null;
  action: string;
  fields: Field[];
  /** Empty for those who only read. */
  submit: string;
}

export interface HostsModel extends PageModel, HostForm {
  rows: {
    id: string;
    href: string;
    name: string;
    code: string;
    kind: string;
    chemical: Tag | null;
    region: string;
    chains: string;
    unit: string;
    silent: boolean;
  }[];
}

export interface HostModel extends PageModel, HostForm {
  readOnly: string;
}

export interface HostsFacts {
  readonly hosts: readonly HostCard[];
  readonly units: readonly Choice[];
  readonly chains: ChainBook;
  readonly mayChange: boolean;
  readonly typed: Typed;
  readonly errors: Errors;
}

/** The register of hosts, and for administrators the form that adds one. */
export function hostsView(
  { hosts, units, chains, mayChange, typed, errors }: HostsFacts,
  words: Words,
): HostsModel {
  const title = words.t('menu.hosts');
  const unitNames = new Map(units.map(({ id, name }) => [id, name]));
  return {
    page: {
      title,
      dataPage: 'host-index',
      crumbs: [{ label: words.t('menu.desk'), href: '/' }, { label: title }],
      head: pageHead({
        title,
        meta: [words.t('hosts.count', { n: hosts.length })],
        acts: [
          ...(mayChange ? [{ label: words.t('hosts.new'), href: '#new' }] : []),
          { label: words.t('exchange.export.download'), href: '/admin/hosts.xlsx', tone: 'quiet' as const },
        ],
      }),
    },
    rows: hosts.map(({ id, name, code, kind, region, leadChains, unitId, chemicalPark }) => ({
      id,
      href: `/admin/hosts/${id}`,
      name,
      code,
      kind: words.t(`host.kind.${kind}`),
      chemical: chemicalPark ? tag(words.t('hosts.chemical'), 'amber', 'chemical') : null,
      region,
      chains:
        leadChains.length === 0
          ? '—'
          : formatsFor(words).list(leadChains.map((chain) => chainName(chain, chains, words))),
      unit: unitNames.get(unitId ?? '') ?? words.t('hosts.unit.none'),
      silent: unitId === null,
    })),
    errors: errorSummary(words.t('ui.errors.title', { n: Object.keys(errors).length }), errors),
    action: '/admin/hosts',
    fields: mayChange ? fieldsOf(null, typed, { units, chains, errors, disabled: false }, words) : [],
    submit: mayChange ? words.t('hosts.add') : '',
  };
}

export interface HostFacts {
  readonly host: HostCard;
  readonly units: readonly Choice[];
  readonly chains: ChainBook;
  readonly mayChange: boolean;
  /** What was sent, when the form comes back; null shows the host as it is. */
  readonly typed: Typed | null;
  readonly errors: Errors;
}

/** One host as a form; for those who only read, with every control shut. */
export function hostView(
  { host, units, chains, mayChange, typed, errors }: HostFacts,
  words: Words,
): HostModel {
  return {
    page: {
      title: host.name,
      dataPage: 'host-show',
      crumbs: [
        { label: words.t('menu.desk'), href: '/' },
        { label: words.t('menu.hosts'), href: '/admin/hosts' },
        { label: host.name },
      ],
      head: pageHead({ title: host.name, meta: [host.code, words.t(`host.kind.${host.kind}`)] }),
    },
    errors: errorSummary(words.t('ui.errors.title', { n: Object.keys(errors).length }), errors),
    action: `/admin/hosts/${host.id}`,
    fields: fieldsOf(host, typed ?? known(host), { units, chains, errors, disabled: !mayChange }, words),
    submit: mayChange ? words.t('hosts.save') : '',
    readOnly: mayChange ? '' : words.t('hosts.readOnly'),
  };
}

interface FormState {
  readonly units: readonly Choice[];
  readonly chains: ChainBook;
  readonly errors: Errors;
  readonly disabled: boolean;
}

function fieldsOf(
  host: HostCard | null,
  typed: Typed,
  { units, chains, errors, disabled }: FormState,
  words: Words,
): Field[] {
  const value = (name: string): string => typedText({ ...typed }, name);
  const shared = (name: string) => ({
    name,
    label: words.t(`hosts.field.${name}`),
    error: errors[name] ?? '',
    disabled,
  });
  const text = (name: string, hint: string): Field =>
    textField({
      ...shared(name),
      value: value(name),
      hint: words.t(hint),
      required: true,
      autocomplete: 'off',
    });
  const chosen = typed['leadChains'];
  const ticked: unknown[] = Array.isArray(chosen) ? chosen : [chosen];
  return [
    text('name', 'hosts.hint.name'),
    textField({
      ...shared('code'),
      value: host?.code ?? value('code'),
      hint: words.t('hosts.hint.code'),
      required: true,
      disabled: disabled || host !== null,
      autocomplete: 'off',
    }),
    selectField({
      ...shared('kind'),
      required: true,
      options: [
        { value: '', label: words.t('ui.choose'), selected: value('kind') === '' },
        ...HOST_KINDS.map((kind) => ({
          value: kind,
          label: words.t(`host.kind.${kind}`),
          selected: kind === value('kind'),
        })),
      ],
    }),
    checksField({
      ...shared('chemicalPark'),
      hint: words.t('hosts.hint.chemicalPark'),
      options: [
        { value: '1', label: words.t('hosts.chemical.yes'), selected: value('chemicalPark') === '1' },
      ],
    }),
    text('region', 'hosts.hint.region'),
    checksField({
      ...shared('leadChains'),
      name: 'leadChains[]',
      id: 'leadChains',
      optional: true,
      options: chains.choices(host?.leadChains).map((chain) => ({
        value: chain,
        label: chainName(chain, chains, words),
        selected: ticked.includes(chain),
      })),
    }),
    selectField({
      ...shared('unitId'),
      optional: true,
      hint: words.t('hosts.hint.unitId'),
      options: [
        { value: '', label: words.t('hosts.unit.none'), selected: value('unitId') === '' },
        ...units.map(({ id, name }) => ({ value: id, label: name, selected: id === value('unitId') })),
      ],
    }),
  ];
}

function known({ name, kind, region, leadChains, unitId, chemicalPark }: HostCard): Typed {
  return { name, kind, region, leadChains, unitId: unitId ?? '', chemicalPark: chemicalPark ? '1' : '' };
}
