import { type Catalog, type CatalogModel, type CatalogOffer, offersOf } from '../../catalog/catalog.ts';
import { currentPeriod, isPricedByMillion, perMillion, plainRates } from '../../catalog/unit-prices.ts';
import { money } from '../../catalog/words/money.ts';
import { unitWords } from '../../catalog/words/unit-words.ts';
import { Decimal } from '../../engine/decimal.ts';
import { type Fact, sharedFacts } from './offer-facts.ts';

/** One who states a fact: an offer, or the maker by way of the model. */
export interface Speaker {
  readonly name: string;
  /** Null for the maker. */
  readonly offer: string | null;
  readonly printed?: string;
  readonly source: string;
}

/** A fact on which sources differ: each value with those who state it. */
export interface FactDifference {
  readonly label: string;
  readonly values: readonly { readonly value: string; readonly speakers: readonly Speaker[] }[];
}

interface Statement extends Fact {
  readonly speaker: Pick<Speaker, 'name' | 'offer'>;
}

const MILLION = 1_000_000;

/** Everything that a model's offers and its maker state differently. Saying nothing is not a difference. */
export function factDifferences(catalog: Catalog, model: CatalogModel, at: string): FactDifference[] {
  const maker = { name: model.lab_name, offer: null };
  const statements: Statement[] = [
    ...offersOf(catalog, model.id).flatMap((offer) => {
      const speaker = { name: catalog.providers.get(offer.provider)?.name ?? offer.provider, offer: offer.id };
      const facts = [...priceFacts(offer, catalog, at), ...sharedFacts(offer), ...defaultFacts(offer)];
      return facts.map((fact) => ({ ...fact, speaker }));
    }),
    ...sharedFacts(model).map((fact) => ({ ...fact, speaker: maker })),
  ];
  const labels = [...new Set(statements.map(({ label }) => label))];
  return labels.flatMap((label): FactDifference[] => {
    const said = statements.filter((statement) => statement.label === label);
    const values = [...new Set(said.map(comparable))].sort(byNumber);
    if (values.length < 2) return [];
    return [{ label, values: values.map((value) => ({ value, speakers: speakersOf(value, said) })) }];
  });
}

/** What of a value is compared: a yes with a licence is a yes. */
function comparable({ value }: Fact): string {
  return /^(yes|no)\b/.exec(value)?.[0] ?? value;
}

/** Numbers from the smallest up; words as they come. */
function byNumber(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => /^\D?([\d,]+(?:\.\d+)?)( tokens)?$/.exec(text)?.[1]?.replaceAll(',', ''));
  return left === undefined || right === undefined ? 0 : new Decimal(left).cmp(new Decimal(right));
}

function speakersOf(value: string, said: readonly Statement[]): Speaker[] {
  return said
    .filter((statement) => comparable(statement) === value)
    .map(({ speaker, printed, source }) => ({
      ...speaker,
      ...(printed === undefined || saysSame(printed, value) ? {} : { printed }),
      source,
    }));
}

/** Whether printed words give the same number in other clothes: `limits.context: 128000` for `128,000 tokens`. */
function saysSame(printed: string, value: string): boolean {
  const [count] = /^[\d,]{4,}/.exec(value) ?? [];
  return count !== undefined && printed.replaceAll(',', '').includes(count.replaceAll(',', ''));
}

function priceFacts(offer: CatalogOffer, { meters }: Catalog, at: string): Fact[] {
  return [...plainRates(currentPeriod(offer, at))].map(([meter, rate]) => {
    const million = isPricedByMillion(meter);
    const price = million ? perMillion(rate) : rate.price;
    const unit = unitWords({ meter, per: million ? MILLION : rate.per }, meters);
    return {
      label: `Price of ${million ? unit : `a ${unit}`}`,
      value: money(price, offer.currency),
      source: rate.source,
    };
  });
}

function defaultFacts({ parameters = [] }: CatalogOffer): Fact[] {
  return parameters.flatMap(({ name, default: value, default_of: whose, source }) =>
    value === undefined || whose === 'playground'
      ? []
      : [{ label: `Default of ${name}`, value: String(value), source }],
  );
}
