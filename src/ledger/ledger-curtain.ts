import { Injectable } from '@nestjs/common';
import type { Source } from '../database/source';

/** The subjects of one type that are not to be known of yet. */
export type HiddenSubjects = (source: Source) => Promise<ReadonlySet<string>>;

/** Features that keep a secret for a time enter here what of the ledger it covers; the entry itself stays in the chain. */
@Injectable()
export class LedgerCurtain {
  private readonly byType = new Map<string, HiddenSubjects>();

  register(subjectType: string, hidden: HiddenSubjects): void {
    this.byType.set(subjectType, hidden);
  }

  /** `<type> <id>` of every subject that is hidden now, and the types that have any. */
  async drawn(source: Source): Promise<{ subjects: ReadonlySet<string>; types: ReadonlySet<string> }> {
    const subjects = new Set<string>();
    const types = new Set<string>();
    for (const [type, hidden] of this.byType) {
      for (const id of await hidden(source)) {
        subjects.add(`${type} ${id}`);
        types.add(type);
      }
    }
    return { subjects, types };
  }
}
