import { Injectable } from '@nestjs/common';
import type { Source } from '../database/source';

/** Something that must always be true beyond the seals, such as "a stored outcome equals a recomputed one". */
export interface ConsistencyCheck {
  /** What is true when nothing is wrong, as a sentence. */
  readonly name: string;
  /** One sentence for each thing found wrong, naming the row. */
  run(source: Source): Promise<string[]>;
}

/** Features enter their checks here when their module starts; `verify` runs them all. */
@Injectable()
export class ConsistencyChecks {
  private readonly checks: ConsistencyCheck[] = [];

  /** @throws Error where the name is taken */
  register(check: ConsistencyCheck): void {
    if (this.checks.some(({ name }) => name === check.name))
      throw new Error(`the check "${check.name}" is registered twice`);
    this.checks.push(check);
  }

  get all(): readonly ConsistencyCheck[] {
    return this.checks;
  }
}
