import type { OfferClaim } from '../../catalog/schema/claims-file.ts';
import { readAddresses } from '../addresses.ts';
import { modeRates } from '../cost-object.ts';
import { asBoolean, capabilitiesFact, given, modalitiesFact, readDate, readModalities, readTokens } from '../facts.ts';
import type { Note } from '../note.ts';
import { priceClaim } from '../price-claim.ts';
import type { Row } from '../row.ts';
import { type ProviderRows, translateRows } from '../rows.ts';
import type { Translation } from '../translation.ts';
import { type ModelsDevModel, type ModelsDevProvider, parseModel, parseProviders } from './parse.ts';
import { tieredRates } from './tiers.ts';

/** The providers and models of models.dev's `api.json` as claims. */
export function translateModelsDev(data: unknown): Translation {
  const notes: Note[] = [];
  return translateRows(
    parseProviders(data).map((provider) => rowsOf(provider, notes)),
    notes,
  );
}

function rowsOf(provider: ModelsDevProvider, notes: Note[]): ProviderRows<ModelsDevModel> {
  const { id, name, doc, api } = provider;
  const [docs] = readAddresses(id, [{ path: 'doc', url: doc }], notes);
  return {
    provider: {
      id,
      ...(name ? { name } : {}),
      ...(docs === undefined ? {} : { docs }),
      ...(api ? { base_url: api } : {}),
    },
    rows: Object.values(provider.models),
    parse: parseModel,
    isPriced: ({ cost }) => Object.values(cost ?? {}).some((value) => value !== null && value !== undefined),
    translate: (model, row) => translateModel(model, provider, row),
  };
}

function translateModel(model: ModelsDevModel, provider: ModelsDevProvider, row: Row): OfferClaim {
  const { limit, modalities, cost } = model;
  const open = asBoolean(model['open_weights']);
  const facts = {
    ...given({
      name: model.name || undefined,
      family: model.family || undefined,
      context_window: readTokens(limit?.['context'], 'limit/context', row),
      max_input: readTokens(limit?.['input'], 'limit/input', row),
      max_output: readTokens(limit?.['output'], 'limit/output', row),
    }),
    ...modalitiesFact(
      readModalities(modalities?.input, 'modalities/input', row),
      readModalities(modalities?.output, 'modalities/output', row),
    ),
    ...capabilitiesFact({
      tool_calling: asBoolean(model['tool_call']),
      structured_output: asBoolean(model['structured_output']),
      reasoning: asBoolean(model['reasoning']),
    }),
    ...given({
      weights: open === undefined ? undefined : open ? ('open' as const) : ('closed' as const),
      released: readDate(model['release_date'], 'release_date', row),
      updated: readDate(model['last_updated'], 'last_updated', row),
      knowledge_until: readDate(model['knowledge'], 'knowledge', row),
      lifecycle: model.status ? { status: model.status } : undefined,
    }),
  };
  const modes = modeRates(model.experimental?.modes, 'experimental/modes', row);
  const rates = [...tieredRates(cost, row), ...modes];
  const offer = { provider: { id: provider.id, name: provider.name ?? undefined }, model_id: model.id };
  const named = { ...offer, name: model.name ?? undefined, given: cost ?? null };
  const price = priceClaim([{ from: null, until: null, rates }], named, row);
  const marks = row.marks();
  return { model_id: model.id, ...facts, price, ...(marks.length > 0 ? { marks } : {}) };
}
