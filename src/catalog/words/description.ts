import type { Period } from '../../engine/rate-card.ts';
import type { Catalog, CatalogModel, CatalogOffer, CatalogProvider } from '../catalog.ts';
import { offersBy, offersOf } from '../offers-of.ts';
import { type Standing, standingOf } from '../standing.ts';
import { dateWords } from './date.ts';
import { KIND_WORDS } from './fact-words.ts';
import { countWords, listWords } from './list.ts';
import { groupDigits } from './money.ts';
import { markedName } from './offer-marks.ts';
import { costWords } from './price-words.ts';
import { goneWords } from './standing-words.ts';

/** A few sentences on an offer at a date: what it costs, how much it reads and writes, when it was checked. */
export function offerDescription(offer: CatalogOffer, catalog: Catalog, at: string): string {
  const standing = standingOf(offer, at);
  const { period, since } = standing;
  const costs = period ? costWords(period, offer.currency, catalog.meters, since ?? at) : null;
  const limits = [
    ...(offer.context_window ? [`a context window of ${groupDigits(String(offer.context_window.tokens))} tokens`] : []),
    ...(offer.max_output ? [`answers of up to ${groupDigits(String(offer.max_output.tokens))} tokens`] : []),
  ];
  const size = limits.length > 0 ? `${costs === null ? '. It has' : ', with'} ${listWords(limits)}` : '';
  return `${priceSentence(offer, catalog, standing, costs)}${size}. ${trustSentence(offer, costs !== null)}`;
}

function priceSentence(offer: CatalogOffer, catalog: Catalog, standing: Standing, costs: string | null): string {
  const { kind, period, since } = standing;
  const seller = catalog.providers.get(offer.provider)?.name ?? offer.provider;
  const model = markedName(offer, catalog);
  const gone = goneWords(standing);
  if (gone !== null) return `${model} at ${seller} ${gone}${costs === null ? '' : `. It last cost ${costs}`}`;
  if (costs === null) return noPriceSentence(period, model, seller);
  if (kind === 'coming') return `${model} at ${seller} will cost ${costs}${since ? ` from ${dateWords(since)}` : ''}`;
  return `${model} at ${seller} costs ${costs}`;
}

/** Why there is no price: nobody knows it, it comes with a plan, or the seller keeps it to itself. */
function noPriceSentence(period: Period | null, model: string, seller: string): string {
  const behind = new Set(period?.rates.map((rate) => (rate.state === 'unpublished' ? rate.behind : undefined)));
  if (behind.size !== 1) return `${seller} publishes no price of ${model}`;
  if (behind.has('unknown')) return `No price of ${model} at ${seller} is known`;
  return behind.has('plan')
    ? `${model} at ${seller} comes with a plan, without a price of its own`
    : `${seller} publishes no price of ${model}`;
}

/** One or two sentences on a model: whose it is, since when, whether its weights can be had, who sells it. */
export function modelDescription(model: CatalogModel, catalog: Catalog): string {
  const { name, lab_name, released, weights } = model;
  const facts = [
    ...(released ? [`released on ${dateWords(released.date)}`] : []),
    ...(weights ? [weightsWords(weights)] : []),
  ];
  const offers = offersOf(catalog, model.id);
  const sellers = new Set(offers.map(({ provider }) => provider));
  const sold =
    offers.length === 0
      ? 'No offer of it is in the catalog.'
      : `${countWords(offers.length, 'offer')} by ${countWords(sellers.size, 'seller')} ${offers.length === 1 ? 'is' : 'are'} priced here, each with its source.`;
  return `${name} is a model by ${lab_name}${facts.length > 0 ? `, ${facts.join(', ')}` : ''}. ${sold}`;
}

function weightsWords({ open, licence }: NonNullable<CatalogModel['weights']>): string {
  if (!open) return 'with no weights to download';
  return licence ? `with open weights under ${licence}` : 'with open weights';
}

/** One or two sentences on a provider: what it is, what it sells, how an account is paid up. */
export function providerDescription(provider: CatalogProvider, catalog: Catalog): string {
  const offers = offersBy(catalog, provider.id);
  const models = new Set(offers.map(({ model }) => model));
  const sells =
    models.size > 0
      ? ` The catalog holds ${countWords(offers.length, 'offer')} of ${countWords(models.size, 'model')}.`
      : '';
  const fee = provider.funding?.some((terms) => terms.fee) ? ' Buying credit carries a fee.' : '';
  return `${provider.name} is ${KIND_WORDS[provider.kind]}; its prices are in ${provider.currency}.${sells}${fee}`;
}

/** How sure the price is, or what is said without one, and of when: `Checked against its page on 20 Nov 2026.` */
export function trustSentence({ trust }: CatalogOffer, hasPrice = true): string {
  const date = dateWords(trust.as_of);
  return {
    checked: `Checked against its page on ${date}.`,
    corroborated: `Two public datasets agree on the price, as of ${date}.`,
    imported: hasPrice
      ? `The price is from one public dataset, as of ${date}.`
      : `One public dataset lists it, as of ${date}.`,
    disputed: `Public datasets differ on the price, as of ${date}.`,
  }[trust.state];
}
