import type { Catalog, CatalogModel, CatalogOffer, CatalogProvider } from '../../catalog/catalog.ts';
import { claimVerdict } from '../../catalog/claim-verdict.ts';
import { isStale, TRUST_WORDS } from '../../catalog/claims/trust.ts';
import { modelDifferences } from '../../catalog/differences/model-differences.ts';
import { offersBy, offersOf } from '../../catalog/offers-of.ts';
import { CAPABILITIES } from '../../catalog/schema/fact.ts';
import type { CatalogSource } from '../../catalog/schema/source.ts';
import { currentPeriod } from '../../catalog/unit-prices.ts';
import { dateWords } from '../../catalog/words/date.ts';
import { fundingRows } from '../../catalog/words/funding-rows.ts';
import { groupDigits } from '../../catalog/words/money.ts';
import { modelFacts } from '../../catalog/words/offer-facts.ts';
import { rateRows } from '../../catalog/words/rate-rows.ts';
import { textTable, wrap } from './table.ts';

const WIDTH = 96;
type Section = readonly [title: string, lines: readonly string[]];

/** An offer's rate card as a person would want to read it in a terminal. */
export function offerText(offer: CatalogOffer, catalog: Catalog, at: string): string {
  const seller = catalog.providers.get(offer.provider);
  const period = currentPeriod(offer, at);
  const rows = period ? rateRows(offer, period, catalog.meters) : [];
  const table = textTable(
    rows.map(({ kind, type, spec, rate }) => [`${kind === 'tier' ? '  ' : ''}${type}`, spec, rate]),
    ['left', 'left', 'decimal'],
    '  ',
  );
  const readings = rows.flatMap(({ type, reading }) => (reading === undefined ? [] : [`${type}: ${reading}`]));
  const others = offer.periods.filter((other) => other !== period);
  return join(`${offer.name} at ${seller?.name ?? offer.provider}`, `${offer.id}, model id ${offer.model_id}`, [
    [`Rates in ${offer.currency} on ${dateWords(at)}`, rows.length > 0 ? [table] : ['  none in force']],
    ['Read into the page', texts(readings)],
    ['Other periods', texts(others.map(({ from, until }) => periodWords(from, until)))],
    ['Specs', [textTable(specs(offer, at), ['left', 'left'], '  ')]],
    ['Also known as', texts(offer.aliases ?? [])],
    [
      'Printed beside the price',
      texts(
        (offer.printed_claims ?? []).map(
          (claim) => `"${claim.printed}": ${claimVerdict(claim, offer, catalog.meters).text}`,
        ),
      ),
    ],
    ['Others say', texts(disputeLines(offer, catalog))],
    ['Notes', texts((offer.notes ?? []).map(({ text }) => text))],
    ['Sources', sourceLines(offer.sources)],
  ]);
}

/** A model with its offers and why their prices differ. */
export function modelText(model: CatalogModel, catalog: Catalog, at: string): string {
  const offers = offersOf(catalog, model.id);
  const rows = offers.map((offer) => {
    const period = currentPeriod(offer, at);
    const rates = (period ? rateRows(offer, period, catalog.meters) : []).filter(({ kind }) => kind === 'rate');
    const words = rates.map(({ type, spec, rate }) => `${type} ${rate}${spec ? ` ${spec}` : ''}`).join('; ');
    return [offer.id, catalog.providers.get(offer.provider)?.name ?? offer.provider, words];
  });
  const facts = modelFacts(model).map(({ label, value, printed, source }) => [
    label,
    `${value}${printed ? ` ("${printed}")` : ''}`,
    source,
  ]);
  const released = model.released ? `, released ${dateWords(model.released.date)}` : '';
  const weights = model.weights ? `, ${model.weights.open ? 'open weights' : 'closed weights'}` : '';
  return join(model.name, `${model.id}, by ${model.lab_name}${released}${weights}`, [
    [`Offers on ${dateWords(at)}`, [textTable(rows, ['left', 'left', 'left'], '  ')]],
    ['Specs', facts.length > 0 ? [textTable(facts, ['left', 'left', 'left'], '  ')] : []],
    ['Where prices differ', texts(priceDifferences(catalog, model, at))],
    ['Also known as', texts(model.aliases ?? [])],
    ['Sources', sourceLines(model.sources)],
  ]);
}

/** Why prices differ, as far as it is known, each reason once. */
function priceDifferences(catalog: Catalog, model: CatalogModel, at: string): string[] {
  const known = modelDifferences(catalog, model, at).filter(
    ({ kind, field }) => kind !== 'unexplained' && (field.kind === 'price' || field.kind === 'billing'),
  );
  const texts = known.map(({ kind, field, text }) => (kind === 'rounding' ? `${field.label}: ${text}` : text));
  return [...new Set(texts)];
}

/** A provider with its terms and offers. */
export function providerText(provider: CatalogProvider, catalog: Catalog): string {
  const offers = offersBy(catalog, provider.id);
  const terms = fundingRows(provider);
  return join(
    provider.name,
    `${provider.id}, ${provider.kind}, charges in ${provider.currency}${provider.home ? `, ${provider.home}` : ''}`,
    [
      [
        'Paying',
        [
          textTable(
            terms.map(({ type, spec, rate }) => [type, spec, rate]),
            ['left', 'left', 'left'],
            '  ',
          ),
        ].filter(Boolean),
      ],
      ['Billing', texts(provider.billing ? [`"${provider.billing.printed}"`] : [])],
      [
        'Free credit',
        texts(
          provider.free_credit
            ? [
                `"${provider.free_credit.printed}"${provider.free_credit.amount === null ? '; how much is not said' : ''}`,
              ]
            : [],
        ),
      ],
      [
        'Offers',
        [
          textTable(
            offers.map(({ id, name }) => [id, name]),
            ['left', 'left'],
            '  ',
          ),
        ].filter(Boolean),
      ],
      ['Sources', sourceLines(provider.sources)],
    ],
  );
}

function specs(offer: CatalogOffer, at: string): string[][] {
  const tokens = (count: { tokens: number; printed?: string } | undefined): string[] =>
    count ? [`${groupDigits(String(count.tokens))} tokens${count.printed ? ` ("${count.printed}")` : ''}`] : [];
  const stated = CAPABILITIES.filter((name) => offer.capabilities?.[name]);
  const can = stated.map((name) => `${offer.capabilities?.[name]?.stated ? '' : 'not '}${name.replaceAll('_', ' ')}`);
  const rows: [string, string[]][] = [
    ['Context window', tokens(offer.context_window)],
    ['Most output', tokens(offer.max_output)],
    ['Takes', offer.modalities ? [offer.modalities.input.join(', ')] : []],
    ['Gives', offer.modalities ? [offer.modalities.output.join(', ')] : []],
    ['Stated abilities', can.length > 0 ? [can.join(', ')] : []],
    ['Weights, as printed', offer.weights?.printed ? [`"${offer.weights.printed}"`] : []],
    ['Base address', offer.base_url ? [offer.base_url] : []],
    ['Released', offer.released ? [dateWords(offer.released.date)] : []],
    ['Tracking since', offer.tracking_since ? [dateWords(offer.tracking_since.date)] : []],
    [
      'Trust',
      [
        `${TRUST_WORDS[offer.trust.state]}, ${dateWords(offer.trust.as_of)}${isStale(offer.trust, at) ? ', stale' : ''}`,
      ],
    ],
  ];
  return rows.flatMap(([name, value]) => value.map((text) => [name, text]));
}

function periodWords(from: string | null, until: string | null): string {
  return [...(from ? [`from ${dateWords(from)}`] : []), ...(until ? [`until ${dateWords(until)}`] : [])].join(' ');
}

function sourceLines(sources: Readonly<Record<string, CatalogSource>>): string[] {
  return Object.entries(sources).map(([key, { url, retrieved, as_of }]) =>
    wrap(`${key}: ${url}, read ${dateWords(retrieved)}${as_of ? `, as of ${dateWords(as_of)}` : ''}`, WIDTH, '  '),
  );
}

function texts(lines: readonly string[]): string[] {
  return lines.map((line) => wrap(line, WIDTH, '  '));
}

function join(title: string, subtitle: string, sections: readonly Section[]): string {
  const filled = sections.filter(([, lines]) => lines.length > 0);
  return [title, subtitle, ...filled.flatMap(([name, lines]) => ['', name, ...lines])].join('\n');
}

/** Who prices a meter otherwise: `input tokens: 0.351 (page), 0.05 (upstream/genai_prices)`. */
function disputeLines({ trust, sources }: CatalogOffer, { meters }: Catalog): string[] {
  return trust.disputes.map(({ meter, opinions }) => {
    const said = opinions.map(({ source, price }) => `${price} (${sources[source]?.title ?? source})`);
    return `${meters.get(meter)?.many ?? meter}, a million: ${said.join(', ')}`;
  });
}
