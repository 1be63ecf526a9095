/** The provider in an offer's id. */
export function providerIn(offer: string): string {
  return offer.split('/')[0] ?? '';
}
