import { Injectable } from '@nestjs/common';
import type { Source } from '../database/source';
import { CHAINS } from '../domain/lead/dictionaries';

/** An industry chain that a lead may belong to. */
export interface ChainChoice {
  readonly code: string;
  /** Null: its word in the catalogue, `lead.option.chain.<code>`. */
  readonly name: string | null;
  /** Who keeps the chain; null where the city has named nobody. */
  readonly keeper: string | null;
}

/** Reads the city's chains in the order of its list. */
export type ChainReader = (source: Source) => Promise<readonly ChainChoice[]>;

const startingList: ChainReader = () =>
  Promise.resolve(CHAINS.map((code) => ({ code, name: null, keeper: null })));

/** The chains that the form offers and submission knows. A feature that keeps the city's own list puts it here. */
@Injectable()
export class LeadChains {
  private reader: ChainReader = startingList;

  /** To be called once, when the module of that feature starts. */
  readFrom(reader: ChainReader): void {
    this.reader = reader;
  }

  all(source: Source): Promise<readonly ChainChoice[]> {
    return this.reader(source);
  }
}
