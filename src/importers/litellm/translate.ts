import * as z from 'zod';
import type { OfferClaim } from '../../catalog/schema/claims-file.ts';
import { asBoolean, capabilitiesFact, given, modalitiesFact, readDate, readModalities, readTokens } from '../facts.ts';
import type { Note } from '../note.ts';
import { parseShape } from '../parse-shape.ts';
import { priceClaim } from '../price-claim.ts';
import { openRow, type Row } from '../row.ts';
import { type ProviderRows, translateRows } from '../rows.ts';
import type { Translation } from '../translation.ts';
import { isPriceKey } from './keys.ts';
import { readPrices } from './prices.ts';

type Fields = Readonly<Record<string, unknown>>;

interface Model {
  readonly id: string;
  readonly fields: Fields;
}

const Table = z
  .record(z.string(), z.unknown())
  .refine((table) => Object.keys(table).length > 0, 'expected at least one row')
  .refine(
    (table) => Object.values(table).some((row) => providerOf(row) !== null),
    'expected rows with litellm_provider',
  );

/** A row that documents the format. */
const SAMPLE = 'sample_spec';

/** The rows of litellm's price table as claims, by the provider that each names. */
export function translateLitellm(data: unknown): Translation {
  const table = parseShape(Table, data, 'rows by model id');
  const notes: Note[] = [];
  const providers = new Map<string, [string, unknown][]>();
  let skipped = 0;
  for (const [id, fields] of Object.entries(table)) {
    const provider = providerOf(fields);
    if (provider !== null && id !== SAMPLE) providers.set(provider, [...(providers.get(provider) ?? []), [id, fields]]);
    else {
      skipped += 1;
      const code = id === SAMPLE ? 'not_a_model' : 'not_a_row';
      openRow(provider ?? '?', id, notes).note(code, '', 'litellm_provider');
    }
  }
  const translation = translateRows(
    [...providers].map(([provider, rows]) => rowsOf(provider, rows)),
    notes,
  );
  const { read, priced } = translation.rows;
  return { ...translation, rows: { read: read + skipped, priced } };
}

function providerOf(fields: unknown): string | null {
  const provider = (fields as Fields | null | undefined)?.['litellm_provider'];
  return typeof provider === 'string' ? provider : null;
}

function rowsOf(provider: string, rows: readonly [string, unknown][]): ProviderRows<Model> {
  return {
    provider: { id: provider },
    rows,
    parse: (row) => {
      const [id, fields] = row as [string, Fields];
      return id === '' ? { fault: 'the id is empty' } : { model: { id, fields } };
    },
    isPriced: ({ fields }) => Object.entries(fields).some(([key, value]) => isPriceKey(key) && value !== null),
    translate: (model, row) => translateModel(model, provider, row),
  };
}

function translateModel({ id, fields }: Model, provider: string, row: Row): OfferClaim {
  const at = (key: string): unknown => fields[key];
  const list = (key: string): unknown[] | undefined => (Array.isArray(at(key)) ? (at(key) as unknown[]) : undefined);
  const retires = readDate(at('deprecation_date'), 'deprecation_date', row);
  const facts = {
    ...given({
      max_input: readTokens(at('max_input_tokens'), 'max_input_tokens', row),
      max_output: readTokens(at('max_output_tokens'), 'max_output_tokens', row),
    }),
    ...modalitiesFact(
      readModalities(list('supported_modalities'), 'supported_modalities', row),
      readModalities(list('supported_output_modalities'), 'supported_output_modalities', row),
    ),
    ...capabilitiesFact({
      vision: asBoolean(at('supports_vision')),
      tool_calling: asBoolean(at('supports_function_calling')),
      parallel_tool_calls: asBoolean(at('supports_parallel_function_calling')),
      structured_output: asBoolean(at('supports_response_schema')),
      streaming: asBoolean(at('supports_native_streaming')),
      reasoning: asBoolean(at('supports_reasoning')),
      system_prompt: asBoolean(at('supports_system_messages')),
      web_search: asBoolean(at('supports_web_search')),
      prompt_caching: asBoolean(at('supports_prompt_caching')),
    }),
    ...given({ lifecycle: retires === undefined ? undefined : { retires_on: retires } }),
  };
  const mode = at('mode');
  const rates = readPrices(fields, typeof mode === 'string' ? mode : null, row);
  const prices = Object.entries(fields).filter(([key, value]) => isPriceKey(key) && value !== null);
  const stated = prices.length > 0 ? Object.fromEntries(prices) : null;
  const price = priceClaim(
    [{ from: null, until: null, rates }],
    { provider: { id: provider }, model_id: id, given: stated },
    row,
  );
  const marks = row.marks();
  return { model_id: id, ...facts, price, ...(marks.length > 0 ? { marks } : {}) };
}
