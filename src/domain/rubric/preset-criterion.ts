import type { PanelKind } from './panel-kind';
import type { Criterion } from './rubric-content';

type Pair = readonly [zh: string, en: string];
const both = ([zh, en]: Pair): Criterion['name'] => ({ zh, en });

/** Every preset scores whole numbers from 0 to 5. */
export const PRESET_SCALE = { lowest: 0, highest: 5 } as const;

/** A criterion as the presets have it: reasons for 0, 1 and 5, and no "does not apply", which no preset marks. */
export function presetCriterion(
  code: string,
  name: Pair,
  weight: number,
  kinds: readonly PanelKind[],
  anchor0: Pair,
  anchor3: Pair,
  anchor5: Pair,
): Criterion {
  return {
    code,
    name: both(name),
    weight,
    kinds,
    anchors: { 0: both(anchor0), 3: both(anchor3), 5: both(anchor5) },
    naAllowed: false,
    commentRequiredFor: [0, 1, 5],
  };
}
