import { act, pageHead } from '../http/views/acts';
import type { ErrorSummary, Field } from '../http/views/fields';
import type { PageModel } from '../http/views/frame';
import { tag, type Tag } from '../http/views/marks';
import type { Words } from '../words/words';
import {
  chainFields,
  firmFields,
  segmentFields,
  summaryOf,
  type ChainFormModel,
  type Choice,
  type Errors,
  type Typed,
} from './chain-fields.views';
import type { ChainSegment, TargetFirm } from './chain.entity';
import { chainName, type ChainCard, type ChainLine } from './chains.queries';
import { exportAct, listSheet } from '../http/views/list-sheet';
import type { Sheet } from '../http/spreadsheet';

/** The model of `chains/index`. */
export interface ChainsModel extends PageModel {
  readonly rows: readonly {
    readonly id: string;
    readonly href: string;
    readonly name: string;
    readonly year: string;
    readonly closed: Tag | null;
    readonly keeper: string;
    readonly segments: string;
    readonly gaps: Tag | null;
    readonly firms: string;
    readonly leads: string;
    readonly map: string;
  }[];
  readonly errors: ErrorSummary | null;
  readonly fields: readonly Field[];
  readonly submit: string;
}

export function crumbsTo(words: Words, chain?: ChainCard, last?: string): PageModel['page']['crumbs'] {
  const first = { label: words.t('menu.desk'), href: '/' };
  const list = { label: words.t('menu.chains') };
  if (chain === undefined) return [first, list];
  const name = chainName(chain, words.locale);
  const own = last === undefined ? { label: name } : { label: name, href: `/chains/${chain.id}` };
  return [first, { ...list, href: '/chains' }, own, ...(last === undefined ? [] : [{ label: last }])];
}

export function chainsView(
  lines: readonly ChainLine[],
  form: { readonly typed: Typed; readonly errors: Errors; readonly people: readonly Choice[] } | null,
  words: Words,
): ChainsModel {
  const title = words.t('menu.chains');
  const active = lines.filter(({ standing }) => standing === 'active').length;
  const acts = [
    ...(form === null ? [] : [{ label: words.t('chains.new'), href: '#new' }]),
    exportAct('/chains.xlsx', words),
  ];
  const meta = [words.t('chains.count', { n: active })];
  return {
    page: { title, dataPage: 'chain-index', crumbs: crumbsTo(words), head: pageHead({ title, meta, acts }) },
    rows: lines.map((chain) => ({
      id: chain.id,
      href: `/chains/${chain.id}`,
      name: chainName(chain, words.locale),
      year: words.t('chains.ofYear', { year: String(chain.year) }),
      closed: chain.standing === 'closed' ? tag(words.t('chains.standing.closed'), '', 'closed') : null,
      keeper: chain.keeperName ?? words.t('chains.keeper.none'),
      segments: String(chain.segments),
      gaps: chain.gaps === 0 ? null : tag(words.t('chains.gaps', { n: chain.gaps }), 'amber', 'gap'),
      firms: String(chain.firms),
      leads: String(chain.leads),
      map: `/chains/${chain.id}/map`,
    })),
    errors: form && summaryOf(form.errors, words),
    fields: form ? chainFields(form.typed, form.errors, { people: form.people, isNew: true }, words) : [],
    submit: form ? words.t('chains.add') : '',
  };
}

interface FormState {
  readonly chain: ChainCard;
  readonly typed: Typed;
  readonly errors: Errors;
}

export function chainEditView(
  { chain, typed, errors }: FormState,
  people: readonly Choice[],
  words: Words,
): ChainFormModel {
  const fields = chainFields(typed, errors, { people, isNew: false }, words);
  return formModel(
    { chain, title: words.t('chains.edit'), name: 'chain-edit', path: '', fields, errors },
    words,
  );
}

export function segmentView(state: FormState, segment: ChainSegment | null, words: Words): ChainFormModel {
  const { chain, typed, errors } = state;
  const title = segment?.name ?? words.t('chains.segment.new');
  const path = segment ? `/segments/${segment.id}` : '/segments';
  const fields = segmentFields(typed, errors, words);
  const removal = segment && {
    ...act({
      label: words.t('chains.segment.remove'),
      href: `/chains/${chain.id}${path}/removal`,
      method: 'post',
      tone: 'danger',
      confirm: words.t('chains.segment.removeConfirm', { name: segment.name }),
      why: words.t('chains.segment.removeWhy'),
    }),
  };
  return { ...formModel({ chain, title, name: 'chain-segment', path, fields, errors }, words), removal };
}

export function firmView(
  state: FormState & { readonly mayEdit: boolean },
  firm: TargetFirm | null,
  segments: readonly Choice[],
  visits: ChainFormModel['visits'],
  words: Words,
): ChainFormModel {
  const { chain, typed, errors, mayEdit } = state;
  const title = firm?.name ?? words.t('chains.firm.new');
  const path = firm ? `/firms/${firm.id}` : '/firms';
  const fields = firmFields(typed, errors, segments, words).map((field) => ({
    ...field,
    disabled: !mayEdit,
  }));
  const model = formModel({ chain, title, name: 'target-firm', path, fields, errors }, words);
  return { ...model, submit: mayEdit ? model.submit : '', visits };
}

function formModel(
  given: {
    chain: ChainCard;
    title: string;
    name: string;
    path: string;
    fields: readonly Field[];
    errors: Errors;
  },
  words: Words,
): ChainFormModel {
  const { chain, title, name, path, fields, errors } = given;
  return {
    page: {
      title,
      dataPage: name,
      crumbs: crumbsTo(words, chain, title),
      head: pageHead({ title, meta: [chainName(chain, words.locale)] }),
    },
    errors: summaryOf(errors, words),
    action: `/chains/${chain.id}${path}`,
    fields,
    submit: words.t('chains.save'),
    back: `/chains/${chain.id}`,
    removal: null,
    visits: [],
  };
}

/** The register of chains to take away. */
export function chainSheet(model: ChainsModel, words: Words): Sheet {
  return listSheet(
    words.t('menu.chains'),
    [
      [words.t('chains.head.chain'), 28, 'name'],
      [words.t('sheets.year'), 16, ({ year, closed }) => [year, closed]],
      [words.t('chains.field.keeper'), 16, 'keeper'],
      [words.t('chains.head.segments'), 12, 'segments'],
      [words.t('sheets.gaps'), 12, 'gaps'],
      [words.t('chains.head.firms'), 12, 'firms'],
      [words.t('chains.head.leads'), 12, 'leads'],
    ],
    model.rows,
  );
}
