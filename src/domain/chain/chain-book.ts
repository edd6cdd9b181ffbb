/** A key chain by its names; a city keeps them in its register. */
export interface NamedChain {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  /** In force: may be chosen now. Others may still stand where they were chosen earlier. */
  readonly active: boolean;
}

/** The city's key chains as forms offer them and pages name them. */
export class ChainBook {
  private readonly byCode: ReadonlyMap<string, NamedChain>;

  constructor(private readonly chains: readonly NamedChain[]) {
    this.byCode = new Map(chains.map((chain) => [chain.code, chain]));
  }

  /** Codes that may be chosen: what is in force, and what stands there already, so that no form takes it away. */
  choices(standing: readonly string[] = []): string[] {
    return this.chains
      .filter(({ code, active }) => active || standing.includes(code))
      .map(({ code }) => code);
  }

  /** The register's name; a code that it does not know stands for itself. */
  name(code: string, locale: 'zh-CN' | 'en'): string {
    const chain = this.byCode.get(code);
    if (chain === undefined) return code;
    return locale === 'en' ? chain.nameEn : chain.nameZh;
  }
}
