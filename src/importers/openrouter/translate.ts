import type { OfferClaim } from '../../catalog/schema/claims-file.ts';
import { capabilitiesFact, given, modalitiesFact, readDate, readModalities, readTokens } from '../facts.ts';
import { priceClaim } from '../price-claim.ts';
import type { Row } from '../row.ts';
import { translateRows } from '../rows.ts';
import type { Translation } from '../translation.ts';
import { type OpenrouterModel, parseList, parseModel } from './parse.ts';
import { readPrices } from './prices.ts';

/** The models of OpenRouter's public list as claims of one provider. */
export function translateOpenrouter(data: unknown): Translation {
  const provider = { id: 'openrouter', name: 'OpenRouter', base_url: 'https://openrouter.ai/api/v1' };
  return translateRows([
    {
      provider,
      rows: parseList(data),
      parse: parseModel,
      isPriced: ({ pricing }) => Object.keys(pricing ?? {}).length > 0,
      translate: translateModel,
    },
  ]);
}

function translateModel(model: OpenrouterModel, row: Row): OfferClaim {
  const { architecture, supported_parameters, canonical_slug } = model;
  const has = (...names: string[]): true | undefined =>
    names.some((name) => supported_parameters?.includes(name)) ? true : undefined;
  const ends = readDate(model.expiration_date, 'expiration_date', row);
  const facts = {
    ...given({
      name: model.name || undefined,
      aliases: canonical_slug && canonical_slug !== model.id ? [canonical_slug] : undefined,
      context_window: readTokens(model.context_length, 'context_length', row),
      max_output: readTokens(model.top_provider?.max_completion_tokens, 'top_provider/max_completion_tokens', row),
    }),
    ...modalitiesFact(
      readModalities(architecture?.input_modalities, 'architecture/input_modalities', row),
      readModalities(architecture?.output_modalities, 'architecture/output_modalities', row),
    ),
    ...capabilitiesFact({
      tool_calling: has('tools'),
      parallel_tool_calls: has('parallel_tool_calls'),
      json_mode: has('response_format'),
      structured_output: has('structured_outputs'),
      reasoning: has('reasoning', 'include_reasoning'),
    }),
    ...given({
      knowledge_until: readDate(model.knowledge_cutoff, 'knowledge_cutoff', row),
      lifecycle: ends === undefined ? undefined : { retires_on: ends },
    }),
  };
  const offer = { provider: { id: 'openrouter' }, model_id: model.id, name: model.name ?? undefined };
  const rates = readPrices(model.pricing, row);
  const price = priceClaim([{ from: null, until: null, rates }], { ...offer, given: model.pricing ?? null }, row);
  const marks = row.marks();
  return { model_id: model.id, ...facts, price, ...(marks.length > 0 ? { marks } : {}) };
}
