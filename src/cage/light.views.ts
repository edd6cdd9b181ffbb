import { CAGE_TERMS, fiveOnesLight, stageLight } from '../domain/cage/clocks';
import { SLOTS, type Slot } from '../domain/cage/five-ones';
import { worst, type ExplainedLight } from '../domain/cage/light';
import { conditionLight } from '../domain/followup/conditions';
import type { Stage } from '../domain/cage/stages';
import type { Instant } from '../domain/shared/instant';
import { light, type Light, type LightColour } from '../http/views/marks';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { Project } from './project.entity';

/** What the lights of a project are worked out from. */
export type LightFacts = Pick<
  Project,
  'stage' | 'stageEnteredOn' | 'fiveOnesDueAt' | 'fiveOnesCompletedAt' | 'recalledAt'
> & {
  /** The earliest day on which an open condition is due, or was when the panel took the project back; null without. */
  readonly conditionDueOn: string | null;
  /** Slots still empty; left out where only their being there matters. */
  readonly missing?: readonly Slot[];
};

/** The clocks that run: the five ones, the stage, and the conditions of the admission where there are any. */
export function lightsOf(facts: LightFacts, now: Instant): ExplainedLight[] {
  const { stage, stageEnteredOn: enteredOn, fiveOnesDueAt: dueAt, fiveOnesCompletedAt } = facts;
  const missing = fiveOnesCompletedAt !== null ? [] : (facts.missing ?? SLOTS);
  const fiveOnes = fiveOnesLight({ dueAt, now, missing, pause: null });
  if (stage === 'exited') return [fiveOnes];
  const { conditionDueOn: dueOn, recalledAt } = facts;
  const recalled = recalledAt !== null;
  return [
    fiveOnes,
    stageLight({ stage: stage satisfies Stage, enteredOn, agreedOn: null, now, pause: null }),
    ...(dueOn === null ? [] : [conditionLight({ dueOn, now, recalled }, CAGE_TERMS.redAfterDays)]),
  ];
}

/** The project's own light: its worst. */
export function projectLight(facts: LightFacts, now: Instant): ExplainedLight {
  const found = worst(lightsOf(facts, now));
  if (found === null) throw new Error('a project without a clock');
  return found;
}

export function lightModel({ light: colour }: ExplainedLight, words: Words): Light {
  const shown: LightColour = colour === 'grey' ? 'paused' : colour;
  return light(shown, words.t(`cage.light.${colour}`));
}

/** Why a light is what it is, and what turns it green; `''` where it is green already. */
export interface LightReason {
  readonly title: string;
  readonly text: string;
  readonly cure: string;
}

export function lightReason({ because, details, light: colour }: ExplainedLight, words: Words): LightReason {
  const given: Record<string, string | number> = { ...details };
  const { missing, due, stage } = details;
  const format = formatsFor(words);
  if (missing !== undefined)
    given['missing'] = format.list(
      String(missing)
        .split(',')
        .map((slot) => words.t(`cage.slot.${slot}`)),
    );
  if (due !== undefined) given['due'] = format.dayFull(String(due));
  if (stage !== undefined) given['stage'] = words.t(`cage.stage.${stage}`);
  const late = colour === 'amber' || colour === 'red';
  return {
    title: words.t(`light.${because}.title`, given),
    text: words.t(`light.${because}`, given),
    cure: late ? words.t(`light.${because}.cure`, given) : '',
  };
}
