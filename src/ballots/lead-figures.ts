import { exactly, grouped, ratio } from '../domain/lead/decimals';
import type { LeadContent } from '../domain/lead/content';
import { hundredths, parseWan } from '../domain/shared/wan';
import { formatsFor, type Amount } from '../words/formats';
import type { Words } from '../words/words';

/** The figures of a frozen lead as sentences need them; null where the lead does not state one. */
export class LeadFigures {
  constructor(
    private readonly content: LeadContent,
    private readonly words: Words,
  ) {}

  /** Money with both units; null also for what no column could hold. */
  amount(wan: string | null): Amount | null {
    const read = wan === null ? null : parseWan(wan);
    return read === null ? null : formatsFor(this.words).wan(hundredths(read));
  }

  /** `2.2亿元` */
  money(wan: string | null): string | null {
    return this.amount(wan)?.text ?? null;
  }

  /** A quantity with its unit: `52亩`, `1,450吨标准煤`. */
  quantity(value: string | null, unit: string): string | null {
    if (value === null) return null;
    return this.words.t('ballots.quantity', { n: grouped(value), unit: this.words.t(`lead.unit.${unit}`) });
  }

  /** 万元 for each 亩; null without land. */
  perMu(wan: string | null): string | null {
    const each = ratio(wan, this.content.landMu, 2);
    return each === null ? null : this.words.t('ballots.perMu', { n: grouped(each) });
  }

  /** 万元 of equipment for each square metre of a leased plant. */
  equipmentPerSqm(): string | null {
    const each = ratio(this.content.equipmentWan, this.content.leaseAreaSqm, 2);
    return each === null ? null : this.words.t('ballots.perSqm', { n: grouped(each) });
  }

  /** Where the money comes from, `自有50%、贷款50%`; null when nothing was said. */
  funds(): string | null {
    const parts = Object.entries(this.content.fundSource).flatMap(([source, share]) =>
      share === null || exactly(share).compare(0) === 0
        ? []
        : [
            this.words.t('ballots.fundPart', {
              source: this.words.t(`ballots.fund.${source}`),
              n: grouped(share),
            }),
          ],
    );
    return parts.length === 0 ? null : formatsFor(this.words).list(parts);
  }

  /** The word of a closed list; a list that a city keeps itself may hold codes we have no word for. */
  option(dictionary: string, code: string | null): string | null {
    if (code === null) return null;
    const key = `lead.option.${dictionary}.${code}`;
    return this.words.has(key) ? this.words.t(key) : code;
  }

  /** An honour with its year; one without a certificate is a claim and is shown as such. */
  honour(code: LeadContent['honours'][number]): string {
    const name = this.option('honours', code) ?? code;
    const year = this.content.honourYears[code];
    const evidence = this.content.honourEvidence[code];
    const named = year === null ? name : this.words.t('ballots.honourYear', { name, year: String(year) });
    return evidence === null ? this.words.t('ballots.honourUnproven', { name: named }) : named;
  }

  /** `智能装备链（建链）` */
  chain(): string | null {
    const chain = this.option('chain', this.content.chain);
    const role = this.option('chainRole', this.content.chainRole);
    if (chain === null) return null;
    return role === null || this.content.chainRole === 'none'
      ? this.words.t('ballots.chain', { chain })
      : this.words.t('ballots.chainRole', { chain, role });
  }

  /** `2026年11月`, from `2026-11`. */
  month(text: string | null): string | null {
    const match = /^(\d{4})-(\d\d)$/.exec(text ?? '');
    if (match === null) return null;
    const month = this.words.t(`format.month.${Number(match[2])}`);
    return this.words.t('ballots.month', { year: match[1] ?? '', month });
  }

  /** Sentences in one line; null when none of them is there. */
  join(parts: readonly (string | null)[]): string | null {
    const said = parts.filter((part) => part !== null);
    return said.length === 0 ? null : said.join(this.words.t('ballots.semicolon'));
  }
}
