import { Injectable } from '@nestjs/common';
import type { Source } from '../database/source';
import { drawnOn, type DrawnOn, type LeadDraw } from '../domain/elements/drawn';

/** Everything that leads draw on hosts, in a number of statements that does not grow with the leads. */
export type DrawsOf = (source: Source) => Promise<readonly LeadDraw[]>;

/** The element ledger lies uphill and enters here what is drawn on hosts, so that the fit knows what they have left. */
@Injectable()
export class HostDraws {
  private readonly known: DrawsOf[] = [];

  register(draws: DrawsOf): void {
    this.known.push(draws);
  }

  async on(source: Source): Promise<DrawnOn> {
    const found: LeadDraw[] = [];
    for (const draws of this.known) for (const draw of await draws(source)) found.push(draw);
    return drawnOn(found);
  }
}
