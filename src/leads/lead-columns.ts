import type { LeadContent } from '../domain/lead/content';
import type { DuplicateSignature } from '../domain/lead/duplicates';
import { listedFigures } from '../domain/lead/listed-figures';
import { canonical, type CanonicalValue } from '../domain/shared/canonical';
import type { Lead } from './lead.entity';

/** The one text of a record, as it is stored and sealed. */
export function contentText(content: LeadContent): string {
  return canonical(content as unknown as CanonicalValue);
}

export function contentOf(row: { readonly content: string }): LeadContent {
  return JSON.parse(row.content) as LeadContent;
}

const fitting = (text: string | null, most: number): string | null =>
  text !== null && text.length <= most ? text : null;

/** The columns that lists and comparisons read, from a record that has its title and investor. */
export function columnsOf(content: LeadContent, signature: DuplicateSignature) {
  const { totalInvestment, fixedAsset } = listedFigures(content);
  return {
    title: content.title ?? '',
    investorName: content.investorName ?? '',
    restricted: content.sensitivity === 'restricted' ? 1 : 0,
    track: content.track,
    uscc: content.uscc?.length === 18 ? content.uscc : null,
    investorKey: signature.investor.slice(0, 400),
    parentKey: signature.parent?.slice(0, 400) ?? null,
    titleKey: signature.title.slice(0, 400),
    mobileHash: signature.mobileHash,
    industryCode: fitting(content.industryCode, 5),
    totalInvestment,
    fixedAsset,
  } satisfies Partial<Lead>;
}
