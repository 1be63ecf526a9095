import type { OfferClaim } from '../../catalog/schema/claims-file.ts';
import {
  asBoolean,
  capabilitiesFact,
  given,
  ifTrue,
  modalitiesFact,
  readDate,
  readModalities,
  readTokens,
} from '../facts.ts';
import type { Row } from '../row.ts';
import type { LlmdbModel } from './parse.ts';

type Facts = Omit<OfferClaim, 'model_id' | 'price' | 'marks'>;

/** Everything beside the price that a row states. */
export function readFacts(model: LlmdbModel, row: Row): Facts {
  const { extra, limits, modalities } = model;
  const open = asBoolean(extra?.['open_weights']);
  const aliases = [...new Set(model.aliases ?? [])].filter((alias) => alias !== '');
  const lifecycle = readLifecycle(model, row);
  return {
    ...given({
      name: model.name || undefined,
      aliases: aliases.length > 0 ? aliases : undefined,
      family: model.family || text(extra?.['family']),
      context_window: readTokens(limits?.['context'], 'limits/context', row),
      max_input: readTokens(limits?.['input'], 'limits/input', row),
      max_output: readTokens(limits?.['output'], 'limits/output', row),
    }),
    ...modalitiesFact(
      readModalities(modalities?.input, 'modalities/input', row),
      readModalities(modalities?.output, 'modalities/output', row),
    ),
    ...readCapabilities(model),
    ...given({
      weights: open === undefined ? undefined : open ? ('open' as const) : ('closed' as const),
      released: readDate(model.release_date, 'release_date', row),
      updated: readDate(model.last_updated, 'last_updated', row),
      knowledge_until: readDate(model.knowledge ?? extra?.['knowledge_cutoff'], 'knowledge', row),
      lifecycle: Object.keys(lifecycle).length > 0 ? lifecycle : undefined,
    }),
  };
}

function readCapabilities({ capabilities, extra }: LlmdbModel): ReturnType<typeof capabilitiesFact> {
  const at = (...path: string[]): unknown =>
    path.reduce<unknown>((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], capabilities);
  return capabilitiesFact({
    tool_calling: asBoolean(at('tools', 'enabled')),
    parallel_tool_calls: ifTrue(at('tools', 'parallel')),
    json_mode: ifTrue(at('json', 'native')),
    structured_output: asBoolean(extra?.['structured_output']) ?? ifTrue(at('json', 'schema')),
    streaming: ifTrue(at('streaming', 'text')),
    reasoning: asBoolean(at('reasoning', 'enabled')),
    prompt_caching: at('caching') ? true : undefined,
    batch: ifTrue(at('batch', 'supported')),
  });
}

function readLifecycle(
  { lifecycle, deprecated, retired, extra }: LlmdbModel,
  row: Row,
): NonNullable<Facts['lifecycle']> {
  return given({
    status: text(lifecycle?.['status']) ?? text(extra?.['status']),
    deprecated: ifTrue(deprecated),
    retired: ifTrue(retired),
    deprecated_on: readDate(lifecycle?.['deprecated_at'], 'lifecycle/deprecated_at', row),
    retires_on: readDate(lifecycle?.['retires_at'], 'lifecycle/retires_at', row),
    replacement: text(lifecycle?.['replacement']),
  });
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
