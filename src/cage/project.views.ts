import type { Viewer } from '../domain/access/viewer';
import { SLOTS, missingSlots, type Slot } from '../domain/cage/five-ones';
import { STAGES } from '../domain/cage/stages';
import { veiled, veilOver } from '../domain/lead/veil';
import { beijingDay, daysBetween } from '../domain/shared/instant';
import { pageHead, type ActInput } from '../http/views/acts';
import type { PageModel } from '../http/views/frame';
import type { Light } from '../http/views/marks';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { mayFill } from './may-fill';
import type { ProjectPage } from './cage.queries';
import { lightModel, lightReason, lightsOf, type LightReason } from './light.views';
import { promised } from './promise';
import { conditionDue, conditionsOf } from './project-conditions.views';
import type { SectionLine } from '../http/views/section';
import { todoOf } from './project-todo.views';
import { timelineOf, type TimelineItem } from './project-timeline.views';
import { slotCard, type SlotCard } from './slot-card.views';
import { slotPath, slotRecord } from './slot-content';

export interface ProjectModel extends PageModel {
  readonly steps: {
    readonly label: string;
    readonly items: readonly {
      readonly label: string;
      readonly sub: string;
      readonly done: boolean;
      readonly now: boolean;
    }[];
  };
  readonly lightAt: string;
  readonly lights: readonly { readonly light: Light; readonly reason: LightReason }[];
  readonly todo: { readonly items: readonly SectionLine[] };
  readonly nothingDue: string;
  readonly fiveOnes: string;
  readonly slots: readonly SlotCard[];
  readonly promised: {
    readonly two: boolean;
    readonly items: readonly { readonly label: string; readonly value: string; readonly sub: string }[];
  };
  readonly conditions: { readonly items: readonly SectionLine[] } | null;
  readonly recalled: string;
  readonly timeline: { readonly items: readonly TimelineItem[] };
}

/** A project in the cage: where it stands, what is due next and from whom. */
export function projectView(data: ProjectPage, viewer: Viewer, words: Words): ProjectModel {
  const { project, slots, now } = data;
  const record = slotRecord(slots);
  const missing = missingSlots(record);
  const canFill = mayFill(viewer, project) === null;
  const conditionDueOn = conditionDue(data);
  const lights = [...lightsOf({ ...project, conditionDueOn, missing }, now)].sort(
    (a, b) => weight(b.light) - weight(a.light),
  );
  const todo = todoOf(data, missing, canFill, words);
  const model: ProjectModel = {
    page: {
      title: project.title,
      dataPage: 'cage-show',
      ...(project.isRestricted && project.scoutId !== viewer.personId
        ? { watermark: watermark(viewer, now, words) }
        : {}),
      crumbs: [
        { label: words.t('menu.desk'), href: '/' },
        { label: words.t('cage.list.title'), href: '/cage' },
        { label: project.cageNo },
      ],
      head: pageHead({
        title: project.title,
        meta: metaOf(data, words),
        acts: actsOf(missing, data, canFill, words),
      }),
    },
    steps: stepsOf(data, words),
    lightAt: words.t('cage.lights.at', { at: formatsFor(words).dateTimeShort(now) }),
    lights: lights.map((light) => ({ light: lightModel(light, words), reason: lightReason(light, words) })),
    todo: { items: todo },
    nothingDue: todo.length === 0 ? words.t('cage.todo.none') : '',
    fiveOnes: fiveOnesLine(data, missing, words),
    slots: SLOTS.map((slot) => slotCard(slot, { record, slots, project, canFill }, words)),
    promised: { two: true, items: promised(data.content, words).map((figure) => ({ ...figure, sub: '' })) },
    conditions: conditionsOf(data, viewer, words),
    recalled:
      project.recalledAt === null
        ? ''
        : words.t('cage.recalled', { day: formatsFor(words).official(project.recalledAt) }),
    timeline: { items: timelineOf(data, words) },
  };
  return veiled(model, veilOver(project.hiddenNames ?? [], words.t('leads.restricted.name')));
}

function watermark({ name, unitName: unit }: Viewer, now: string, words: Words): string {
  return words.t('contacts.watermark', { name, unit, at: formatsFor(words).dateTimeFull(now) });
}

const weight = (light: string): number => ['grey', 'green', 'amber', 'red'].indexOf(light);

function metaOf({ project, scoutUnitName }: ProjectPage, words: Words): (string | { strong: string })[] {
  const format = formatsFor(words);
  return [
    { strong: project.cageNo },
    project.hiddenNames === null ? project.investorName : words.t('leads.restricted'),
    project.hostName ?? words.t('cage.noHost'),
    ...(project.totalInvestment === null
      ? []
      : [words.t('cage.meta.total', { amount: format.wanText(project.totalInvestment) })]),
    words.t('cage.meta.entered', { day: format.official(project.enteredAt) }),
    words.t('cage.meta.scout', { unit: scoutUnitName }),
  ];
}

/** The one primary act of the page: the next slot to fill. */
function actsOf(
  missing: readonly Slot[],
  { project }: ProjectPage,
  canFill: boolean,
  words: Words,
): ActInput[] {
  const next = missing.find((slot) => slot !== 'project');
  if (!canFill || next === undefined) return [];
  const label = words.t('cage.fill', { slot: words.t(`cage.slot.${next}`) });
  return [{ label, href: slotPath(project.id, next), tone: 'primary' }];
}

function stepsOf({ project, stages, now }: ProjectPage, words: Words): ProjectModel['steps'] {
  const format = formatsFor(words);
  const at = STAGES.findIndex((stage) => stage === project.stage);
  const due = project.stageDueOn;
  return {
    label: words.t('cage.stages'),
    items: STAGES.map((stage, n) => {
      const entered = stages.find((record) => record.stage === stage)?.occurredOn;
      const running = n === at;
      const sub = entered === undefined ? '' : format.official(entered);
      const until =
        running && due !== null ? words.t('cage.step.until', { day: nearDay(due, now, words) }) : '';
      return {
        label: words.t(`cage.stage.${stage}`),
        sub: running ? until : sub,
        done: n < at,
        now: running,
      };
    }),
  };
}

function nearDay(day: string, now: string, words: Words): string {
  const format = formatsFor(words);
  return day.slice(0, 4) === beijingDay(now).slice(0, 4) ? format.dayShort(day) : format.official(day);
}

function fiveOnesLine({ project, now }: ProjectPage, missing: readonly Slot[], words: Words): string {
  const format = formatsFor(words);
  const { fiveOnesCompletedAt, fiveOnesDueAt } = project;
  if (fiveOnesCompletedAt !== null)
    return words.t('cage.fiveOnes.complete', { day: format.official(fiveOnesCompletedAt) });
  const late = daysBetween(beijingDay(fiveOnesDueAt), beijingDay(now));
  const key = late > 0 ? 'cage.fiveOnes.late' : 'cage.fiveOnes.open';
  return words.t(key, { n: SLOTS.length - missing.length, day: format.dayFull(fiveOnesDueAt), late });
}
