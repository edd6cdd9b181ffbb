import type { Slot } from '../domain/cage/five-ones';
import { act, type Act } from '../http/views/acts';
import { tag, type Tag } from '../http/views/marks';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { VisibleProject } from './cage.queries';
import type { FiveOnesSlot } from './five-ones.entity';
import { slotPath, type SlotContents, type SlotRecord } from './slot-content';

/** One of the five slots on the project's page. */
export interface SlotCard {
  readonly id: string;
  readonly title: string;
  readonly tag: Tag | null;
  readonly who: string;
  readonly lines: readonly string[];
  readonly act: Act | null;
}

export interface SlotsAround {
  readonly record: SlotRecord;
  readonly slots: readonly FiveOnesSlot[];
  readonly project: VisibleProject;
  readonly canFill: boolean;
}

export function slotCard(slot: Slot, around: SlotsAround, words: Words): SlotCard {
  const row = around.slots.find((candidate) => candidate.slot === slot);
  const title = words.t(`cage.slot.${slot}`);
  const shown =
    row === undefined
      ? { who: words.t('cage.slot.empty'), lines: [words.t(`cage.slot.${slot}.wanted`)] }
      : summary(slot, around, words);
  return {
    id: slot,
    title,
    tag: row === undefined ? tag(words.t('cage.slot.toFill'), 'amber', 'empty') : null,
    ...shown,
    act:
      !around.canFill || slot === 'project'
        ? null
        : act({
            label: words.t(row === undefined ? 'cage.slot.fill' : 'cage.slot.change', { slot: title }),
            href: slotPath(around.project.id, slot),
            size: 'small',
            tone: row === undefined ? '' : 'quiet',
          }),
  };
}

interface Summary {
  readonly who: string;
  readonly lines: readonly string[];
}

type Summaries = { readonly [S in Slot]: (content: SlotContents[S], words: Words) => Summary };

const summaries: Summaries = {
  project: ({ goal, contractFigures }) => ({
    who: goal,
    lines: contractFigures === '' ? [] : [contractFigures],
  }),
  leader: ({ name, post, since, contactRhythm, handoverNote }, words) => ({
    who: name,
    lines: [
      words.t('cage.leader.line', {
        post,
        rhythm: words.t(`cage.rhythm.${contactRhythm}`),
        day: formatsFor(words).official(since),
      }),
      ...(handoverNote === '' ? [] : [words.t('cage.leader.handover', { note: handoverNote })]),
    ],
  }),
  team: ({ leadUnit, leadPerson, serviceOfficer, serviceOfficerPhone, alternate, members }, words) => ({
    who: leadUnit,
    lines: [
      words.t('cage.team.line', {
        lead: leadPerson,
        officer: serviceOfficer,
        phone: formatsFor(words).mobile(serviceOfficerPhone),
        alternate,
        n: members.length,
      }),
    ],
  }),
  plan: ({ milestones, risks }, words) => {
    const first = [...milestones].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))[0];
    return {
      who: words.t('cage.plan.who', { n: milestones.length }),
      lines: [
        ...(first
          ? [words.t('cage.plan.next', { title: first.title, day: formatsFor(words).official(first.dueOn) })]
          : []),
        ...(risks === '' ? [] : [words.t('cage.plan.risks', { risks })]),
      ],
    };
  },
  followThrough: ({ reviewRhythm, closingCondition, nextCheckOn }, words) => ({
    who: words.t(`cage.review.${reviewRhythm}`),
    lines: [
      words.t('cage.followThrough.line', {
        condition: closingCondition,
        day: formatsFor(words).official(nextCheckOn),
      }),
    ],
  }),
};

function summary<S extends Slot>(slot: S, { record }: SlotsAround, words: Words): Summary {
  return summaries[slot](record[slot] as SlotContents[S], words);
}
