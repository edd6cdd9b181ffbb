import { PANEL_KINDS, type PanelKind } from '../domain/rubric/panel-kind';
import { criteriaFor } from '../domain/rubric/rubric-content';
import type { Instant } from '../domain/shared/instant';
import type { PageModel } from '../http/views/frame';
import type { Links } from '../http/views/lists';
import type { RubricVersionRead } from '../rubrics/rubrics.queries';
import { formulasWords } from '../words/formulas';
import type { Words } from '../words/words';
import { EMPTY_FORM } from './ballot.form';
import { ballotForm, type BallotForm } from './ballot-form.views';
import type { BallotRoom, RoomItem } from './ballot-room';

/** The model of `ballots/preview`. */
export interface RubricPreviewModel extends PageModel {
  readonly title: string;
  readonly kinds: Links;
  readonly form: BallotForm;
  readonly isBlank: boolean;
  readonly back: string;
}

/** The ballot of a seat of one kind, made by what makes the real one, with nothing that could be sent. */
export function rubricPreviewView(
  read: RubricVersionRead,
  kind: PanelKind,
  words: Words,
): RubricPreviewModel {
  const { rubricId, content } = read;
  const name = words.of(content.name);
  const version = words.t('rubrics.version', { n: read.version });
  const base = `/rubrics/${rubricId}/versions/${read.version}`;
  const formulas = new Map(
    content.criteria.map((criterion) => [criterion.code, formulasWords(criterion, words)]),
  );
  return {
    page: {
      title: words.t('rubrics.preview.title', { name, version }),
      dataPage: 'rubric-preview',
      layout: 'ballot',
    },
    title: `${name} ${version}`,
    kinds: {
      label: words.t('rubrics.preview.as'),
      items: PANEL_KINDS.map((one) => ({
        label: words.t(`panelKind.${one}`),
        href: `${base}/preview?kind=${one}`,
        count: String(criteriaFor(content, one).length),
        current: one === kind,
      })),
    },
    form: ballotForm(
      {
        room: sampleRoom(kind, read.id),
        item: SAMPLE_ITEM,
        rubric: content,
        typed: EMPTY_FORM,
        problems: [],
        basis: (code) => {
          const formula = formulas.get(code) ?? '';
          return formula === '' ? '' : `${words.t('rubrics.formula')}${formula}`;
        },
        key: '',
        disabledBecause: words.t('rubrics.preview.cast'),
      },
      words,
    ),
    isBlank: criteriaFor(content, kind).length === 0,
    back: base,
  };
}

const SAMPLE_ITEM: RoomItem = {
  id: 'preview',
  position: 1,
  leadId: '',
  leadNumber: '',
  leadRevisionId: '',
  judgedBefore: false,
  carried: null,
  standing: 'none',
  drafted: false,
  castAt: null,
  isRival: false,
  isDeclared: true,
};

function sampleRoom(kind: PanelKind, rubricVersionId: string): BallotRoom {
  const deadlineAt: Instant = '9999-12-31T00:00:00.000Z';
  return {
    roundId: '',
    roundNumber: '',
    roundTitle: '',
    state: 'open',
    deadlineAt,
    rubricVersionId,
    seat: { id: '', kind, unitName: '', post: 'a', voter: { personId: '', name: '' }, handed: null },
    person: { id: '', name: '', email: '', locale: null },
    contact: null,
    items: [SAMPLE_ITEM],
  };
}
