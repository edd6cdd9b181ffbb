import { Injectable } from '@nestjs/common';
import { ChainsQueries } from '../chains/chains.queries';
import type { Source } from '../database/source';
import type { ChainChoice } from './lead-chain';

/** The chains that the form offers and submission knows: those in force in the city's register. */
@Injectable()
export class LeadChains {
  constructor(private readonly chains: ChainsQueries) {}

  async all(source: Source): Promise<readonly ChainChoice[]> {
    return (await this.known(source)).filter(({ active }) => active);
  }

  /** Those too that have left the list: leads may have named them. */
  async known(source: Source): Promise<readonly (ChainChoice & { readonly active: boolean })[]> {
    const chains = await this.chains.all(source);
    return chains.map(({ code, nameZh, nameEn, keeperName, standing }) => ({
      code,
      name: nameZh,
      nameEn,
      keeper: keeperName,
      active: standing === 'active',
    }));
  }
}
