/** The currency that most offers charge in; of several the first in the alphabet. Undefined without offers. */
export function usualCurrency(offers: readonly { readonly currency: string }[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { currency } of offers) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0];
}
