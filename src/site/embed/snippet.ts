import type { Catalog, CatalogOffer } from '../../catalog/catalog.ts';
import { currentPeriod } from '../../catalog/unit-prices.ts';
import { dateWords } from '../../catalog/words/date.ts';
import { rateRows } from '../../catalog/words/rate-rows.ts';
import { offerTitle } from '../facts/offer-title.ts';
import { xmlText } from '../machines/xml.ts';

/** The HTML that embeds a calculator of an offer, with a plain table of its rates inside for where no script runs. */
export function embedSnippet(catalog: Catalog, offer: CatalogOffer, script: string, at: string): string {
  const period = currentPeriod(offer, at) ?? currentPeriod(offer);
  const rows = (period ? rateRows(offer, period, catalog.meters) : []).map(
    ({ type, spec, rate }) =>
      `    <tr><th>${xmlText([type, spec].filter(Boolean).join(', '))}</th><td>${xmlText(rate)}</td></tr>`,
  );
  const caption = `${offerTitle(catalog, offer)}, in ${offer.currency}, as of ${dateWords(offer.trust.as_of)}`;
  return [
    `<ratecard-calculator offer="${xmlText(offer.id)}">`,
    '  <table>',
    `    <caption>${xmlText(caption)}</caption>`,
    ...rows,
    '  </table>',
    '</ratecard-calculator>',
    `<script src="${xmlText(script)}" async></script>`,
  ].join('\n');
}
