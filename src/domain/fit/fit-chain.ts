import type { LeadContent } from '../lead/lead-content';
import { Fraction } from '../shared/fraction';
import type { FitFacts, HostToFit, Verdict } from './fit';
import { contra, open, pro } from './fit-reasons';

/** 产业链: the host's first chain, one it leads in, one it wants, or none of them. */
export function chainFit({ chain }: LeadContent, host: HostToFit, { weights }: FitFacts): Verdict {
  if (chain === null) return { degree: null, reasons: [open('fit.chain.unsaid')] };
  const { leadChains, profile } = host;
  const worth = (percent: number): Fraction => Fraction.of(percent, 100);
  if (profile?.firstChain === chain)
    return { degree: worth(weights.chain.first), reasons: [pro('fit.chain.first', { chain })] };
  if (leadChains.includes(chain))
    return { degree: worth(weights.chain.leading), reasons: [pro('fit.chain.leading', { chain })] };
  if (profile?.wantedChains.includes(chain))
    return { degree: worth(weights.chain.wanted), reasons: [pro('fit.chain.wanted', { chain })] };
  return { degree: Fraction.zero, reasons: [contra('fit.chain.none', { chain })] };
}

/** Firms that grow where they are: asked only where the investor is already in the city or expands. */
export function regionFit(
  { existingFirm, investMode }: LeadContent,
  { region, name }: HostToFit,
  { registeredRegion }: FitFacts,
): Verdict | null {
  if (!existingFirm && investMode !== 'expansion') return null;
  if (registeredRegion === null) return { degree: null, reasons: [open('fit.region.unsaid')] };
  const isHome = registeredRegion.includes(region) || registeredRegion.includes(name);
  return isHome
    ? { degree: Fraction.one, reasons: [pro('fit.region.home', { region })] }
    : { degree: Fraction.zero, reasons: [contra('fit.region.away', { region: registeredRegion })] };
}
