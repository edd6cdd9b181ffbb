import { PANEL_KINDS, type PanelKind } from '../domain/rubric/panel-kind';
import { act, type Act, pageHead } from '../http/views/acts';
import { errorSummary, ErrorSummary, Field, radiosField } from '../http/views/fields';
import type { PageModel } from '../http/views/frame';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { FormErrors, TypedSeat } from './panel.form';
import { type IdentityForm, identityForm, type IdentityModel, termLines } from './panel-identity.views';
import { type SeatChoices, seatFields } from './panel-form.views';
import { SECOND_STEPS, type SecondStep } from '../domain/link/second-step';
import type { PanelCard, PanelRead, SeatRead } from './panels.queries';
import { exportAct, listSheet } from '../http/views/list-sheet';
import type { Sheet } from '../http/spreadsheet';

export interface PanelListModel extends PageModel {
  /** What to do while there is none. */
  first: Act | null;
  rows: { id: string; href: string; name: string; chair: string; seats: string; kinds: string }[];
}

/** The list of panels. */
export function panelListView(
  panels: readonly PanelCard[],
  mayManage: boolean,
  words: Words,
): PanelListModel {
  const title = words.t('panels.list.title');
  const setUp = { label: words.t('panels.new.title'), href: '/panels/new' };
  return {
    page: {
      title,
      dataPage: 'panel-index',
      crumbs: [{ label: words.t('panels.crumb.desk'), href: '/' }, { label: title }],
      head: pageHead({
        title,
        meta: [words.t('panels.list.count', { n: panels.length })],
        acts: [...(mayManage ? [setUp] : []), exportAct('/panels.xlsx', words)],
      }),
    },
    first: mayManage ? act({ ...setUp, tone: 'primary' }) : null,
    rows: panels.map((panel) => ({
      id: panel.id,
      href: `/panels/${panel.id}`,
      name: panel.name,
      chair: panel.chairName,
      seats: words.t('panels.seats', { n: panel.seats }),
      kinds: formatsFor(words).list(PANEL_KINDS.map((kind) => kindCount(kind, panel.kinds[kind], words))),
    })),
  };
}

interface SeatRow {
  id: string;
  /** Where it is changed; '' for those who only read. */
  href: string;
  position: string;
  unit: string;
  function: string;
  mandatory: boolean;
  holder: string;
  post: string;
  vacant: boolean;
  alternate: string;
}

/** The form for another seat, for those who may add one. */
export interface NewSeat extends SeatChoices {
  readonly identity: IdentityForm;
  readonly typed: TypedSeat;
  readonly errors: FormErrors;
}

export interface PanelModel extends PageModel {
  errors: ErrorSummary | null;
  action: string;
  /** The controls of another seat; none for those who only read. */
  fields: Field[];
  /** What voting links ask for; null for those who only read, who find it in the head. */
  secondStep: { action: string; field: Field } | null;
  /** Its name and chair to be changed; null for those who only read. */
  identity: IdentityModel | null;
  /** What it was called before, one line for each change. */
  terms: string[];
  groups: { kind: string; count: string; rows: SeatRow[] }[];
}

/** One panel: its seats by kind, each with holder and alternate. */
export function panelView(panel: PanelRead, another: NewSeat | null, words: Words): PanelModel {
  const seats = panel.seats.filter(({ retiredAt }) => retiredAt === null);
  const wrong = { ...another?.errors, ...another?.identity.errors };
  return {
    page: {
      title: panel.name,
      dataPage: 'panel-show',
      crumbs: [
        { label: words.t('panels.crumb.desk'), href: '/' },
        { label: words.t('panels.list.title'), href: '/panels' },
        { label: panel.name },
      ],
      head: pageHead({
        title: panel.name,
        meta: [
          words.t('panels.seats', { n: seats.length }),
          words.t('panels.chair', { name: panel.chairName }),
          panel.deputyName === null
            ? words.t('chairs.meta.none')
            : words.t('chairs.meta', { name: panel.deputyName }),
          words.t('panels.since', { at: formatsFor(words).dayFull(panel.createdAt) }),
          words.t(`votingLinks.panel.meta.${panel.secondStep}`),
          ...(panel.drawnFor === null ? [] : [words.t('panelDraw.meta', { round: panel.drawnFor })]),
        ],
        acts: another === null ? [] : [{ label: words.t('panels.seat.new'), href: '#new' }],
      }),
    },
    errors: another && errorSummary(words.t('ui.errors.title', { n: Object.keys(wrong).length }), wrong),
    action: `/panels/${panel.id}/seats`,
    fields: another ? seatFields(another.typed, another, words, (column) => column, another.errors) : [],
    secondStep: another && {
      action: `/panels/${panel.id}/second-step`,
      field: secondStepField(panel.secondStep, another.errors['secondStep'] ?? '', words),
    },
    identity: another && identityForm(panel, another.identity, words),
    terms: termLines(panel, words),
    groups: PANEL_KINDS.map((kind) => {
      const rows = seats.filter((seat) => seat.kind === kind);
      return {
        kind: words.t(`panelKind.${kind}`),
        count: words.t('panels.seats', { n: rows.length }),
        rows: rows.map((seat) =>
          seatRow(seat, another === null ? '' : `/panels/${panel.id}/seats/${seat.id}`, words),
        ),
      };
    }),
  };
}

function secondStepField(chosen: SecondStep, error: string, words: Words): Field {
  return radiosField({
    name: 'secondStep',
    label: words.t('votingLinks.panel.field'),
    hint: words.t('votingLinks.panel.hint'),
    error,
    options: SECOND_STEPS.map((step) => ({
      value: step,
      label: words.t(`votingLinks.panel.${step}`),
      selected: step === chosen,
    })),
  });
}

function seatRow(seat: SeatRead, href: string, words: Words): SeatRow {
  const vacant = seat.holderName === null || seat.holderDisabledAt !== null;
  return {
    id: seat.id,
    href,
    position: String(seat.position),
    unit: seat.unitName,
    function: seat.function === null ? words.t('panels.none') : words.t(`seatFunction.${seat.function}`),
    mandatory: seat.mandatory === 1,
    holder: seat.holderName ?? words.t('panels.vacant'),
    post: vacant ? words.t('panels.vacant.note') : (seat.holderPost ?? ''),
    vacant,
    alternate: seat.alternateName ?? words.t('panels.noAlternate'),
  };
}

const kindCount = (kind: PanelKind, n: number, words: Words): string =>
  words.t('panels.kindCount', { kind: words.t(`panelKind.${kind}`), n });

/** The panels to take away. */
export function panelSheet(model: PanelListModel, words: Words): Sheet {
  return listSheet(
    words.t('panels.list.title'),
    [
      [words.t('panels.col.name'), 30, 'name'],
      [words.t('panels.col.chair'), 14, 'chair'],
      [words.t('panels.col.seats'), 12, 'seats'],
      [words.t('panels.col.kinds'), 50, 'kinds'],
    ],
    model.rows,
  );
}
