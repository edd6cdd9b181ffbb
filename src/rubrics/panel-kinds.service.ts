import { Injectable } from '@nestjs/common';
import type { PanelKinds } from './panel-kinds';

/**
 * Which panels there are, for the check that each criterion has somebody to score it. Panels stand above rubrics, so
 * they enter themselves here when their module starts.
 */
@Injectable()
export class PanelKindsService {
  private read: () => Promise<readonly PanelKinds[]> = () => Promise.resolve([]);

  register(read: () => Promise<readonly PanelKinds[]>): void {
    this.read = read;
  }

  all(): Promise<readonly PanelKinds[]> {
    return this.read();
  }
}
