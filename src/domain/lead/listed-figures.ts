import { hundredths, parseWan, type Wan } from '../shared/wan';
import type { LeadContent } from './lead-content';

/** The amounts a list shows and sorts by, in hundredths of 万元; null where the record has none that fits a column. */
export interface ListedFigures {
  readonly totalInvestment: number | null;
  readonly fixedAsset: number | null;
  readonly annualOutput: number | null;
  readonly annualTax: number | null;
}

/** A draft may hold amounts no project has (negative, typed in yuan); those stay in the record, not in the columns. */
export function listedFigures(content: LeadContent): ListedFigures {
  const column = (amount: string | null): number | null => {
    const wan: Wan | null = amount === null ? null : parseWan(amount);
    return wan === null ? null : hundredths(wan);
  };
  return {
    totalInvestment: column(content.totalInvestmentWan),
    fixedAsset: column(content.fixedAssetWan),
    annualOutput: column(content.annualOutputWan),
    annualTax: column(content.annualTaxWan),
  };
}
