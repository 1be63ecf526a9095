/** The currency that most offers charge in; of several the first in the alphabet. Undefined without offers. */
export function usualCurrency(offers: readonly { readonly currency: string }[]): string | undefined {
  const all = offers.map(({ currency }) => currency).sort();
  const count = (currency: string): number => all.lastIndexOf(currency) - all.indexOf(currency);
  return [...new Set(all)].sort((a, b) => count(b) - count(a))[0];
}
