import { beijingDay, daysBetween } from '../domain/shared/instant';
import { holds, type Viewer } from '../domain/access/viewer';
import { tag, type TagTone } from '../http/views/marks';
import type { SectionLine } from '../http/views/section';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { ProjectPage } from './cage.queries';

const tones: Readonly<Record<string, TagTone>> = {
  open: 'amber',
  reported: 'blue',
  met: 'green',
  returned: 'red',
};

/** The earliest open condition; where the panel has taken the project back, the one that was missed. */
export function conditionDue({ conditions, project }: ProjectPage): string | null {
  const counted = project.recalledAt === null ? ['open'] : ['open', 'returned'];
  return conditions.find(({ state }) => counted.includes(state))?.dueOn ?? null;
}

/** On what the admission depends: what, who answers for it, until when, and whether it is done. */
export function conditionsOf(
  { conditions, project, now }: ProjectPage,
  viewer: Viewer,
  words: Words,
): { items: SectionLine[] } | null {
  if (conditions.length === 0) return null;
  const format = formatsFor(words);
  const today = beijingDay(now);
  const office = holds(viewer, 'secretariat', 'inspector', 'leadingGroup');
  return {
    items: conditions.map(({ id, wanted, ownerId, ownerLabel, dueOn, state }) => {
      const behind = state === 'open' ? daysBetween(dueOn, today) : 0;
      const opens =
        office ||
        [ownerId, project.scoutId].includes(viewer.personId) ||
        (holds(viewer, 'host') && project.hostUnitId === viewer.unitId);
      return {
        title: wanted,
        href: opens ? `/conditions/${id}` : '',
        // A line has room for one thing at its end.
        when: words.t('after.condition.owner', { owner: ownerLabel, due: format.official(dueOn) }),
        late: behind > 0,
        due: '',
        tag:
          behind > 0
            ? tag(words.t('cage.late', { n: behind }), 'red', 'late')
            : tag(words.t(`after.condition.state.${state}`), tones[state] ?? 'line', state),
        light: null,
        seal: null,
        act: null,
      };
    }),
  };
}
