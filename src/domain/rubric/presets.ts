import { manufacturing } from './manufacturing';
import type { RubricContent } from './rubric-content';
import { service } from './service';
import { tech } from './tech';

/** The rubrics a new installation starts with, each published as its version 1. */
export const RUBRIC_PRESETS: readonly RubricContent[] = [manufacturing, tech, service];
