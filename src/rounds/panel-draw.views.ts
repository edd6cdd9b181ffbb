import type { ChainBook } from '../domain/chain/chain-book';
import type { Candidate, Drawn, LeftBecause } from '../domain/panel/draw';
import { PANEL_KINDS, type PanelKind } from '../domain/rubric/panel-kind';
import { act, pageHead, type Act } from '../http/views/acts';
import { areaField, numberField, radiosField, type Field } from '../http/views/fields';
import type { PageModel } from '../http/views/frame';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { mostOfKind, type TypedDraw } from './panel-draw.form';
import type { DrawMaterial } from './panel-draws.queries';
import { lots } from './panel-lots';
import type { Round } from './round.entity';

export interface DrawPageRead {
  readonly round: Round;
  readonly material: DrawMaterial;
  readonly typed: TypedDraw;
  readonly wrong: readonly PanelKind[];
  /** Who is ticked: what the draw gives, or what was sent. */
  readonly seated: ReadonlySet<string>;
  readonly book: ChainBook;
  readonly reason: string;
  /** What a rule said to what was sent; '' for nothing. */
  readonly refusal: string;
}

interface DrawRow {
  id: string;
  label: string;
  name: string;
  sub: string;
  why: string;
  times: string;
  lot: string;
  ticked: boolean;
  barred: boolean;
}

export interface DrawModel extends PageModel {
  readonly action: string;
  readonly fields: readonly Field[];
  readonly refused: string;
  readonly short: readonly string[];
  readonly summary: string;
  readonly groups: readonly { kind: string; count: string; rows: readonly DrawRow[] }[];
  readonly hidden: readonly { name: string; value: string }[];
  readonly reason: Field;
  readonly submit: Act;
  readonly seed: string;
}

/** The page on which a panel is drawn for a planned round: what is asked for, who came out and why, who did not. */
export function drawView(read: DrawPageRead, words: Words): DrawModel {
  const { round, material, typed, wrong } = read;
  const { draw } = material;
  const title = words.t('panelDraw.title', { number: round.number });
  const action = `/rounds/${round.id}/panel`;
  return {
    page: {
      title,
      dataPage: 'round-panel',
      crumbs: [
        { label: words.t('rounds.crumb.desk'), href: '/' },
        { label: round.number, href: `/rounds/${round.id}` },
        { label: words.t('panelDraw.crumb') },
      ],
      head: pageHead({
        title,
        meta: [round.title, words.t('rounds.meta.items', { n: material.leads.length })],
      }),
    },
    action,
    fields: criteriaFields(typed, wrong, words),
    refused: read.refusal,
    short: [
      ...draw.short.map(({ kind, missing }) =>
        words.t('panelDraw.short', { kind: words.t(`panelKind.${kind}`), n: missing }),
      ),
      ...draw.dutiesWithout.map((duty) =>
        words.t('panelDraw.noDuty', { duty: words.t(`seatFunction.${duty}`) }),
      ),
    ],
    summary: words.t('panelDraw.summary', { n: draw.drawn.length, pool: material.candidates.length }),
    groups: PANEL_KINDS.flatMap((kind) => {
      const rows = rowsOf(kind, read, words);
      if (rows.length === 0) return [];
      const n = rows.filter(({ ticked }) => ticked).length;
      const count = words.t('panelDraw.count', { n, of: rows.length });
      return [{ kind: words.t(`panelKind.${kind}`), count, rows }];
    }),
    hidden: [
      ...PANEL_KINDS.map((kind) => ({ name: kind, value: String(material.criteria.perKind[kind]) })),
      { name: 'by', value: typed.byExpertise ? 'expertise' : 'lot' },
    ],
    reason: areaField({
      name: 'reason',
      label: words.t('panelDraw.reason'),
      optional: true,
      stacked: true,
      rows: 2,
      hint: words.t('panelDraw.reason.hint'),
      value: read.reason,
    }),
    submit: act({
      id: 'draw-apply',
      label: words.t('panelDraw.apply'),
      form: 'panel-draw',
      tone: 'primary',
      why: words.t('panelDraw.apply.why'),
    }),
    seed: material.seed,
  };
}

function criteriaFields(typed: TypedDraw, wrong: readonly PanelKind[], words: Words): Field[] {
  return [
    ...PANEL_KINDS.map((kind) =>
      numberField({
        name: kind,
        label: words.t('panelDraw.perKind', { kind: words.t(`panelKind.${kind}`) }),
        value: typed.perKind[kind],
        min: 0,
        max: mostOfKind,
        unit: words.t('panelDraw.seatsUnit'),
        error: wrong.includes(kind) ? words.t('panelDraw.wrongCount', { most: mostOfKind }) : '',
      }),
    ),
    radiosField({
      name: 'by',
      label: words.t('panelDraw.by'),
      options: (['expertise', 'lot'] as const).map((way) => ({
        value: way,
        label: words.t(`panelDraw.by.${way}`),
        selected: typed.byExpertise === (way === 'expertise'),
      })),
    }),
  ];
}

function rowsOf(kind: PanelKind, read: DrawPageRead, words: Words): DrawRow[] {
  const { candidates, draw, seed } = read.material;
  const lotOf = lots(seed);
  const drawn = new Map(draw.drawn.map((one, at) => [one.personId, { one, at }]));
  const left = new Map(draw.leftOut.map(({ personId, because }, at) => [personId, { because, at }]));
  const place = (id: string): number => drawn.get(id)?.at ?? draw.drawn.length + (left.get(id)?.at ?? 0);
  return candidates
    .filter((one) => one.kind === kind)
    .sort((a, b) => place(a.personId) - place(b.personId))
    .map((one) => {
      const person = read.material.people.get(one.personId);
      const out = left.get(one.personId)?.because;
      const name = person?.name ?? '';
      return {
        id: one.personId,
        label: words.t('panelDraw.tick', { name }),
        name,
        sub: `${person?.unitName ?? ''}${fieldOf(one, read.book, words)}`,
        why: out ? leftWords(out, words) : drawnWords(drawn.get(one.personId)?.one, words),
        times: words.t('panelDraw.times', { n: one.drawnLately }),
        lot: lotOf(one.personId).slice(0, 8),
        ticked: read.seated.has(one.personId),
        barred: one.reported,
      };
    });
}

function fieldOf({ expertise: { chains, industries } }: Candidate, book: ChainBook, words: Words): string {
  const known = [...chains.map((chain) => book.name(chain, words.locale)), ...industries];
  return known.length === 0 ? '' : ` · ${formatsFor(words).list(known)}`;
}

function drawnWords(one: Drawn | undefined, words: Words): string {
  if (one === undefined) return '';
  const items = formatsFor(words).list(one.knows.map(String));
  const duty = one.duty === null ? '' : words.t(`seatFunction.${one.duty}`);
  return words.t(`panelDraw.because.${one.because}`, { items, duty });
}

const leftWords = (because: LeftBecause, words: Words): string => words.t(`panelDraw.left.${because}`);
