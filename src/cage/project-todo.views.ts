import type { Slot } from '../domain/cage/five-ones';
import { beijingDay, daysBetween, type Day } from '../domain/shared/instant';
import type { SectionLine } from '../http/views/section';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { ProjectPage } from './cage.queries';
import { slotPath, slotRecord } from './slot-content';

/** Milestones of the plan that are shown ahead. */
const milestonesAhead = 3;

/** Empty slots first, then what the plan, the review and the stage's clock ask for, by day. */
export function todoOf(
  data: ProjectPage,
  missing: readonly Slot[],
  canFill: boolean,
  words: Words,
): SectionLine[] {
  const { project, slots, sponsor } = data;
  const record = slotRecord(slots);
  const host = project.hostName ?? words.t('cage.noHost');
  const fill = missing.flatMap((slot) =>
    slot === 'project'
      ? []
      : [
          item(data, words, {
            title: words.t('cage.fill', { slot: words.t(`cage.slot.${slot}`) }),
            when: words.t('cage.todo.host', { host }),
            day: beijingDay(project.fiveOnesDueAt),
            href: canFill ? slotPath(project.id, slot) : '',
          }),
        ],
  );
  const milestones = [...(record.plan?.milestones ?? [])]
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
    .slice(0, milestonesAhead)
    .map(({ title, owner, dueOn }) => ({
      title,
      when: words.t('cage.todo.milestone', { owner }),
      day: dueOn,
    }));
  const check = record.followThrough && {
    title: words.t('cage.todo.check'),
    when: sponsor === null ? host : words.t('cage.todo.sponsor', { name: sponsor.name, post: sponsor.post }),
    day: record.followThrough.nextCheckOn,
  };
  const stage = project.stageDueOn !== null && {
    title: words.t(`cage.todo.stage.${project.stage}`),
    when: words.t('cage.todo.scout', { name: data.scoutName, unit: data.scoutUnitName }),
    day: project.stageDueOn,
  };
  const dated = [...milestones, ...(check ? [check] : []), ...(stage ? [stage] : [])];
  const ordered = dated.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  return [...fill, ...ordered.map((entry) => item(data, words, { ...entry, href: '' }))];
}

function item(
  { now }: ProjectPage,
  words: Words,
  { title, when, day, href }: { title: string; when: string; day: Day; href: string },
): SectionLine {
  const today = beijingDay(now);
  const behind = daysBetween(day, today);
  const format = formatsFor(words);
  const on = day.slice(0, 4) === today.slice(0, 4) ? format.dayShort(day) : format.official(day);
  const due = behind > 0 ? words.t('cage.late', { n: behind }) : on;
  return { title, href, when, late: behind > 0, due, tag: null, light: null, seal: null, act: null };
}
