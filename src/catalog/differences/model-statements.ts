import type { Catalog, CatalogModel, CatalogOffer } from '../catalog.ts';
import { offersOf } from '../offers-of.ts';
import { currentPeriod, plainRates } from '../unit-prices.ts';
import { factStatements } from './fact-statements.ts';
import { priceStatements } from './price-statements.ts';
import type { Speaker, Statement } from './statement.ts';

/** Everything that the sellers of a model and its maker state, by the id of its field; prices first. */
export function modelStatements(catalog: Catalog, model: CatalogModel, at?: string): Map<string, Statement[]> {
  const offers = offersOf(catalog, model.id);
  return byField([
    ...offers.flatMap((offer) => priceStatements(offer, catalog, speakerOf(offer, catalog), at)),
    ...offers.flatMap((offer) => billingStatement(offer, speakerOf(offer, catalog), at)),
    ...offers.flatMap((offer) => factStatements(offer, speakerOf(offer, catalog))),
    ...factStatements(model, { name: model.lab_name, offer: null }),
  ]);
}

/** The names, makers and ids under which a model is sold. They differ everywhere, so they stand apart. */
export function nameStatements(catalog: Catalog, model: CatalogModel): Map<string, Statement[]> {
  const maker: Speaker = { name: model.lab_name, offer: null };
  const [source = ''] = Object.keys(model.sources);
  const state = (id: string, label: string, value: string, speaker: Speaker, key: string): Statement => ({
    field: { id, kind: 'name', label },
    value,
    shown: value,
    speaker,
    source: key,
  });
  return byField([
    state('name', 'Name', model.name, maker, source),
    state('maker', 'Maker', model.lab_name, maker, source),
    ...offersOf(catalog, model.id).flatMap((offer) => {
      const speaker = speakerOf(offer, catalog);
      const [own = ''] = Object.keys(offer.sources);
      const made = offer.maker_printed;
      return [
        state('name', 'Name', offer.name, speaker, own),
        state('model_id', 'Model id', offer.model_id, speaker, own),
        ...(made ? [state('maker', 'Maker', made.printed, speaker, made.source)] : []),
      ];
    }),
  ]);
}

export function speakerOf(offer: CatalogOffer, catalog: Catalog): Speaker {
  const provider = catalog.providers.get(offer.provider);
  return {
    name: provider?.name ?? offer.provider,
    offer: offer.id,
    ...(provider ? { kind: provider.kind } : {}),
    model_id: offer.model_id,
  };
}

/** What an offer charges by: tokens or characters if it does, else messages or requests, else its first meter. */
function billingStatement(offer: CatalogOffer, speaker: Speaker, at?: string): Statement[] {
  const rates = [...plainRates(currentPeriod(offer, at)).values()];
  const kinds = [/_tokens$/, /_characters$/, /^messages$/, /^requests$/, /./];
  const rate = kinds.flatMap((kind) => rates.find(({ meter }) => kind.test(meter)) ?? [])[0];
  if (!rate) return [];
  const value = /_(tokens|characters)$/.exec(rate.meter)?.[1] ?? rate.meter;
  const field = { id: 'billing', kind: 'billing', label: 'Charged by' } as const;
  return [{ field, value, shown: value.replaceAll('_', ' '), speaker, source: rate.source }];
}

function byField(statements: readonly Statement[]): Map<string, Statement[]> {
  const fields = new Map<string, Statement[]>();
  for (const statement of statements) {
    const said = fields.get(statement.field.id);
    if (said) said.push(statement);
    else fields.set(statement.field.id, [statement]);
  }
  return fields;
}
