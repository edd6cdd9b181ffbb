import { Injectable } from '@nestjs/common';
import type { RubricContent } from '../domain/rubric/rubric-content';
import { RubricsQueries } from '../rubrics/rubrics.queries';

/** Rounds that are open at the same time, with room to spare. */
const most = 50;

/** Rubric versions already read. A published version never changes, so what was read once stays right. */
@Injectable()
export class RubricShelf {
  private readonly read = new Map<string, RubricContent>();

  constructor(private readonly rubrics: RubricsQueries) {}

  /** @throws Error for a version that does not exist: a round always names one */
  async version(id: string): Promise<RubricContent> {
    const known = this.read.get(id);
    if (known) return known;
    const found = await this.rubrics.version(id);
    if (!found) throw new Error(`There is no rubric version ${id}`);
    if (this.read.size >= most) this.read.clear();
    this.read.set(id, found.content);
    return found.content;
  }
}
