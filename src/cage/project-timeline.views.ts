import { seal, type Seal } from '../http/views/marks';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { ProjectPage } from './cage.queries';
import type { FiveOnesVersion } from './five-ones.entity';
import type { SlotContents } from './slot-content';

/** The model of the partial `timeline`. */
export interface TimelineItem {
  readonly at: string;
  readonly text: string;
  readonly mark: boolean;
  readonly seal: Seal | null;
  readonly light: null;
}

/** What has happened, the newest first. Scores and votes are not in it: a scout reads this page too. */
export function timelineOf(
  { project, versions, stages, roundNumber, leadNumber }: ProjectPage,
  words: Words,
): TimelineItem[] {
  const format = formatsFor(words);
  const entries: (TimelineItem & { order: string })[] = versions
    .filter(({ slot }) => slot !== 'project')
    .map((version) => ({
      order: version.filledAt,
      at: format.dateTime(version.filledAt),
      text: versionText(version, words),
      mark: false,
      seal: null,
      light: null,
    }));
  const completed = project.fiveOnesCompletedAt;
  if (completed !== null)
    entries.push({
      order: `${completed}~`,
      at: format.dateTime(completed),
      text: words.t('cage.timeline.complete'),
      mark: true,
      seal: null,
      light: null,
    });
  for (const { stage, occurredOn, recordedAt, byLabel } of stages) {
    const entered = stage === 'talks';
    entries.push({
      order: recordedAt,
      at: format.dayFull(occurredOn),
      text: entered
        ? words.t('cage.timeline.entered', { round: roundNumber, lead: leadNumber, cageNo: project.cageNo })
        : words.t('cage.timeline.stage', { stage: words.t(`cage.stage.${stage}`), by: byLabel }),
      mark: true,
      seal: entered ? seal('admit', words.t('cage.admitted'), 'line') : null,
      light: null,
    });
  }
  return entries
    .sort((a, b) => (a.order < b.order ? 1 : a.order > b.order ? -1 : 0))
    .map(({ order: _, ...entry }) => entry);
}

function versionText(
  { slot, version, content, reason, filledByLabel: by }: FiveOnesVersion,
  words: Words,
): string {
  const named = { by, slot: words.t(`cage.slot.${slot}`), reason: reason ?? '' };
  const said = words.t(version === 1 ? 'cage.timeline.filled' : 'cage.timeline.changed', named);
  if (slot !== 'leader') return said;
  const { name, handoverNote } = JSON.parse(content) as SlotContents['leader'];
  const leader = words.t('cage.timeline.leader', { name });
  return said + leader + (handoverNote === '' ? '' : words.t('cage.leader.handover', { note: handoverNote }));
}
