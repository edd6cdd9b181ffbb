import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import type { Source } from '../database/source';
import { drawnOn, type DrawnOn, type LeadDraw } from '../domain/elements/drawn';
import { LedgerQueries } from '../ledger/ledger.queries';

/** Everything that leads draw on hosts, in a number of statements that does not grow with the leads. */
export type DrawsOf = (source: Source) => Promise<readonly LeadDraw[]>;

/** The element ledger lies uphill and enters here what is drawn on hosts, so that the fit knows what they have left. */
@Injectable()
export class HostDraws {
  private readonly known: DrawsOf[] = [];
  private added: { readonly upTo: number; readonly drawn: Promise<DrawnOn> } | null = null;

  constructor(
    private readonly reader: Reader,
    private readonly ledger: LedgerQueries,
  ) {}

  register(draws: DrawsOf): void {
    this.known.push(draws);
  }

  /**
   * Adds up anew only where the ledger has grown: whatever changes a draw (a lead's state or revision, a host's word or
   * profile, a department's answer, a project that ends) enters something into it with the same commit. The end of the
   * ledger is read first, so what is kept is never older than it says.
   */
  async on(source: Source): Promise<DrawnOn> {
    if (source !== this.reader) return this.addUp(source);
    const { seq } = await this.ledger.tip();
    if (this.added?.upTo === seq) return this.added.drawn;
    const added = { upTo: seq, drawn: this.addUp(source) };
    this.added = added;
    added.drawn.catch(() => {
      if (this.added === added) this.added = null;
    });
    return added.drawn;
  }

  private async addUp(source: Source): Promise<DrawnOn> {
    const found: LeadDraw[] = [];
    for (const draws of this.known) for (const draw of await draws(source)) found.push(draw);
    return drawnOn(found);
  }
}
