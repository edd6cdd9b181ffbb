import { Injectable } from '@nestjs/common';
import type { RubricContent } from '../domain/rubric/rubric-content';
import { RubricsQueries } from '../rubrics/rubrics.queries';

/** Rounds that are open at the same time, with room to spare. */
const most = 50;

/** Rubric versions already read. A published version never changes, so what was read once stays right. */
@Injectable()
export class RubricShelf {
  private readonly read = new Map<string, Promise<RubricContent>>();

  constructor(private readonly rubrics: RubricsQueries) {}

  /**
   * Whoever asks for the same version meanwhile waits for the same reading.
   * @throws Error for a version that does not exist: a round always names one
   */
  version(id: string): Promise<RubricContent> {
    const known = this.read.get(id);
    if (known) return known;
    if (this.read.size >= most) this.read.clear();
    const reading = this.fetch(id);
    this.read.set(id, reading);
    reading.catch(() => this.read.delete(id));
    return reading;
  }

  private async fetch(id: string): Promise<RubricContent> {
    const found = await this.rubrics.version(id);
    if (!found) throw new Error(`There is no rubric version ${id}`);
    return found.content;
  }
}
