import { Injectable } from '@nestjs/common';
import { ChainBook, type NamedChain } from '../domain/chain/chain-book';

/**
 * The register of key chains lies uphill and enters itself here, so that what people know and what hosts want are named
 * by the chains the city has now.
 */
@Injectable()
export class ChainBooks {
  private read: () => Promise<readonly NamedChain[]> = () => Promise.resolve([]);

  register(read: () => Promise<readonly NamedChain[]>): void {
    this.read = read;
  }

  async current(): Promise<ChainBook> {
    return new ChainBook(await this.read());
  }
}
