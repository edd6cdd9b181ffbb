import { isPausing } from '../domain/promise/pause';
import type { FieldError } from '../http/forms';
import { act, pageHead, type Act } from '../http/views/acts';
import type { PageModel } from '../http/views/frame';
import { tag, type Tag } from '../http/views/marks';
import type { OfficeForm } from '../http/views/office-form';
import { section, sectionLine, type Section, type SectionLine } from '../http/views/section';
import type { PromisePause } from '../promises/pause.entity';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { LateList, RunningPromise } from './late.queries';
import type { LeadPromisesPage } from './lead-promises.queries';
import { endForm, pauseForm, recordForm } from './promise-forms.views';
import { promiseSaid } from './promise-lines.views';

/** A form that came back, and what was wrong with it. */
export interface SentForm {
  /** Which form of the page it was: `response`, `answer`, `followUp`, `pause`, or the id of a pause. */
  readonly form: string;
  readonly body: Record<string, unknown>;
  readonly errors: readonly FieldError[];
}

export interface LeadPromisesModel extends PageModel {
  readonly lines: { readonly items: readonly SectionLine[] } | null;
  readonly pauses: readonly {
    readonly id: string;
    readonly what: string;
    readonly tag: Tag;
    readonly text: string;
    readonly lines: readonly string[];
    readonly acts: readonly Act[];
    readonly form: OfficeForm | null;
  }[];
  readonly forms: readonly OfficeForm[];
  readonly records: {
    readonly items: readonly {
      readonly at: string;
      readonly text: string;
      readonly mark: boolean;
      readonly seal: null;
      readonly light: null;
    }[];
  } | null;
}

/** What is promised of a lead, what was done for it, and what is paused. */
export function leadPromisesView(
  data: LeadPromisesPage,
  sent: SentForm | null,
  words: Words,
): LeadPromisesModel {
  const { lead, list, records, mayRecord, mayAsk } = data;
  const title = words.t('promises.lead.title');
  const formats = formatsFor(words);
  const pausable = list.rows.filter((row) => row.pausable && isFree(row, data));
  return {
    page: {
      title: words.t('promises.lead.of', { title: lead.title }),
      dataPage: 'lead-promises',
      crumbs: [
        { label: words.t('menu.desk'), href: '/' },
        { label: lead.number ?? lead.title, href: `/leads/${lead.id}` },
        { label: title },
      ],
      head: pageHead({ title, meta: [{ strong: lead.number ?? '' }, lead.title] }),
    },
    lines: linesOf(list, words),
    pauses: data.pauses.map((pause) => pauseModel(pause, data, sent, words)),
    forms: [
      ...mayRecord.map((kind) => recordForm(kind, lead.id, data.key, list.time.now, sent, words)),
      ...(mayAsk && pausable.length > 0 ? [pauseForm(lead.id, pausable, list.time.limits, sent, words)] : []),
    ],
    records:
      records.length === 0
        ? null
        : {
            items: records.map(({ kind, onDay, note, byLabel, at }) => ({
              at: formats.dateTimeFull(at),
              text: words.t(`promises.record.line.${kind}`, { day: formats.day(onDay), by: byLabel, note }),
              mark: kind !== 'followUp',
              seal: null,
              light: null,
            })),
          },
  };
}

/** In time, and nobody has asked for a pause of it yet. */
function isFree(row: RunningPromise, { pauses, list }: LeadPromisesPage): boolean {
  const busy = pauses.some(
    (pause) => pause.kind === row.kind && (pause.state === 'asked' || isPausing(pause, list.time.now)),
  );
  return !busy && row.standing !== 'late';
}

function linesOf({ rows, time }: LateList, words: Words): LeadPromisesModel['lines'] {
  if (rows.length === 0) return null;
  return {
    items: rows.map((row) => {
      const { what, whose, when, left, late, tag: mark } = promiseSaid(row, time.now, words);
      return sectionLine({
        title: words.t('promises.line', { what, when }),
        when: [whose, left].join(' · '),
        late,
        tag: mark,
      });
    }),
  };
}

function pauseModel(
  pause: PromisePause,
  { viewer, mayDecide, list }: LeadPromisesPage,
  sent: SentForm | null,
  words: Words,
): LeadPromisesModel['pauses'][number] {
  const formats = formatsFor(words);
  const running = isPausing(pause, list.time.now);
  const standing = pause.state === 'running' && !running ? 'over' : pause.state;
  const base = `/pauses/${pause.id}`;
  const isOwn = pause.askedById === viewer.personId;
  const decides = pause.state === 'asked' && mayDecide;
  const second = isOwn ? words.t('refusal.pauseNeedsSecond') : null;
  return {
    id: pause.id,
    what: words.t(`promises.kind.${pause.kind}`),
    tag: tag(words.t(`promises.pause.state.${standing}`), running ? 'amber' : 'line', standing),
    text: words.t('promises.pause.line', { day: formats.day(pause.until), reason: pause.reason }),
    lines: [
      words.t('promises.pause.asked', { by: pause.askedByLabel, at: formats.dateTimeShort(pause.askedAt) }),
      ...(pause.decidedAt === null
        ? []
        : [
            words.t(`promises.pause.decided.${pause.begunAt === null ? 'no' : 'yes'}`, {
              by: pause.decidedByLabel ?? '',
              at: formats.dateTimeShort(pause.decidedAt),
            }),
          ]),
      ...(pause.resumedAt === null
        ? []
        : [
            words.t('promises.pause.resumed', {
              by: pause.resumedByLabel ?? '',
              at: formats.dateTimeShort(pause.resumedAt),
            }),
          ]),
      ...(pause.endReason === null ? [] : [pause.endReason]),
    ],
    acts: [
      ...(decides
        ? [
            act({
              label: words.t('promises.pause.approve'),
              href: `${base}/approval`,
              method: 'post',
              tone: 'primary',
              size: 'small',
              disabledBecause: second,
            }),
          ]
        : []),
      ...(pause.state === 'asked' && isOwn
        ? [
            act({
              label: words.t('promises.pause.withdraw'),
              href: `${base}/withdrawal`,
              method: 'post',
              size: 'small',
            }),
          ]
        : []),
    ],
    form:
      running && mayDecide
        ? endForm('resumption', pause.id, sent, words)
        : decides && !isOwn
          ? endForm('refusal', pause.id, sent, words)
          : null,
  };
}

/** Beside the lead: to its scout as what they may count on, to everybody else as what is due. */
export function promiseSection(leadId: string, list: LateList, own: boolean, words: Words): Section {
  const lines = linesOf(list, words);
  const late = list.rows.filter(({ standing }) => standing === 'late').length;
  return section({
    id: 'promises',
    heading: words.t(own ? 'promises.section.own' : 'promises.section'),
    tag: late > 0 ? tag(words.t('promises.late.count', { n: late }), 'red', 'late') : null,
    note: lines === null ? words.t('promises.section.none') : '',
    list: lines,
    acts: [act({ label: words.t('promises.section.act'), href: `/leads/${leadId}/promises`, size: 'small' })],
  });
}
