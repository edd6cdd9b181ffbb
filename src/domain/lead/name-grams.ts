/** Pairs of neighbouring symbols, each as often as it occurs; a single symbol is its own pair. */
export function gramsOf(normalised: string): readonly string[] {
  const symbols = [...normalised];
  if (symbols.length < 2) return symbols;
  return symbols.slice(1).map((symbol, i) => `${symbols[i] ?? ''}${symbol}`);
}
