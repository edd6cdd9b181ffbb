import { postingStanding, type PostingStanding } from '../domain/claim/posting';
import type { Day } from '../domain/shared/instant';
import { act, pageHead, type Act } from '../http/views/acts';
import {
  areaField,
  errorSummary,
  selectField,
  textField,
  type ErrorSummary,
  type Field,
} from '../http/views/fields';
import type { PageModel } from '../http/views/frame';
import { exportAct, listSheet } from '../http/views/list-sheet';
import { tag, type Tag, type TagTone } from '../http/views/marks';
import type { Sheet } from '../http/spreadsheet';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { PostedTeam, PostingRow } from './postings.queries';

/** Which of the forms came back with what; `form` is 'new' or the id of a posting. */
export interface SentPosting {
  readonly form: string;
  readonly typed: Readonly<Record<string, unknown>>;
  readonly errors: Readonly<Record<string, string>>;
}

/** The model of `postings/index`. */
export interface PostingsModel extends PageModel {
  readonly errors: ErrorSummary | null;
  readonly rows: readonly {
    readonly id: string;
    readonly name: string;
    readonly term: string;
    readonly state: Tag;
    readonly leads: string;
    readonly why: string;
    /** Offered when it is over and leads are still in hand. */
    readonly handOver: Act | null;
    readonly end: {
      readonly action: string;
      readonly label: string;
      readonly open: boolean;
      readonly fields: readonly Field[];
    };
  }[];
  readonly empty: string;
  readonly action: string;
  readonly fields: readonly Field[];
}

const tones: Readonly<Record<PostingStanding, TagTone>> = { coming: 'blue', running: 'green', over: '' };

export function postingsView(
  team: PostedTeam,
  today: Day,
  sent: SentPosting | null,
  words: Words,
): PostingsModel {
  const title = words.t('postings.title', { team: team.name });
  const errors = sent?.errors ?? {};
  return {
    page: {
      title,
      dataPage: 'posting-index',
      crumbs: [
        { label: words.t('menu.desk'), href: '/' },
        { label: words.t('outposts.title'), href: '/outposts' },
        { label: team.name, href: `/outposts/${team.unitId}` },
        { label: words.t('postings.crumb') },
      ],
      head: pageHead({
        title,
        meta: [words.t('postings.intro')],
        acts: [exportAct(`/outposts/${team.unitId}/postings.xlsx`, words)],
      }),
    },
    errors: errorSummary(words.t('ui.errors.title', { n: Object.keys(errors).length }), errors),
    rows: team.postings.map((row) => rowOf(row, today, sent, words)),
    empty: team.postings.length === 0 ? words.t('postings.empty') : '',
    action: `/outposts/${team.unitId}/postings`,
    fields: newFields(team, sent?.form === 'new' ? sent : null, words),
  };
}

function rowOf(
  row: PostingRow,
  today: Day,
  sent: SentPosting | null,
  words: Words,
): PostingsModel['rows'][number] {
  const { id, personId, unitId, name, fromDay, untilDay, reason, changedByLabel, leads } = row;
  const fmt = formatsFor(words);
  const standing = postingStanding({ from: fromDay, until: untilDay }, today);
  const own = sent?.form === id ? sent : null;
  return {
    id,
    name,
    term: words.t(untilDay === null ? 'postings.termOpen' : 'postings.term', {
      from: fmt.official(fromDay),
      until: untilDay === null ? '' : fmt.official(untilDay),
    }),
    state: tag(words.t(`postings.standing.${standing}`), tones[standing], standing),
    leads: String(leads),
    why: words.t('postings.why', { reason, by: changedByLabel }),
    handOver:
      standing === 'over' && leads > 0
        ? act({
            label: words.t('postings.handOver'),
            href: `/hand-overs?from=${personId}`,
            size: 'small',
            tone: 'primary',
          })
        : null,
    end: {
      action: `/outposts/${unitId}/postings/${id}/end`,
      label: words.t('postings.end', { name }),
      open: own !== null,
      fields: endFields(id, untilDay ?? '', own, words),
    },
  };
}

function endFields(id: string, until: string, sent: SentPosting | null, words: Words): Field[] {
  return [
    textField({
      name: 'untilDay',
      id: `until-${id}`,
      label: words.t('postings.untilDay'),
      hint: words.t('postings.untilHint'),
      type: 'date',
      value: valueOf(sent, 'untilDay', until),
      error: sent?.errors['untilDay'] ?? '',
    }),
    areaField({
      name: 'reason',
      id: `reason-${id}`,
      label: words.t('postings.reason'),
      required: true,
      rows: 2,
      value: valueOf(sent, 'reason'),
      error: sent?.errors['reason'] ?? '',
    }),
  ];
}

function newFields(team: PostedTeam, sent: SentPosting | null, words: Words): Field[] {
  const person = valueOf(sent, 'personId');
  return [
    selectField({
      name: 'personId',
      label: words.t('postings.person'),
      hint: words.t('postings.personHint'),
      required: true,
      error: sent?.errors['personId'] ?? '',
      options: [
        { value: '', label: words.t('ui.choose'), selected: person === '' },
        ...team.members.map(({ id, name }) => ({ value: id, label: name, selected: id === person })),
      ],
    }),
    textField({
      name: 'fromDay',
      label: words.t('postings.fromDay'),
      type: 'date',
      required: true,
      value: valueOf(sent, 'fromDay'),
      error: sent?.errors['fromDay'] ?? '',
    }),
    ...endFields('new', '', sent, words),
  ];
}

const valueOf = (sent: SentPosting | null, name: string, otherwise = ''): string => {
  if (sent === null) return otherwise;
  const value = sent.typed[name];
  return typeof value === 'string' ? value : '';
};

/** The postings of one team to take away. */
export function postingSheet(model: PostingsModel, words: Words): Sheet {
  return listSheet(
    words.t('postings.crumb'),
    [
      [words.t('postings.person'), 16, 'name'],
      [words.t('postings.col.term'), 34, 'term'],
      [words.t('sheets.standing'), 12, 'state'],
      [words.t('postings.col.leads'), 12, 'leads'],
      [words.t('postings.reason'), 50, 'why'],
    ],
    model.rows,
  );
}
