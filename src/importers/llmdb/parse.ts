import * as z from 'zod';
import { faultOf, parseShape } from '../parse-shape.ts';

const Maybe = <S extends z.ZodType>(schema: S) => schema.nullish();
const Text = Maybe(z.string());
const Numbers = z.record(z.string(), z.unknown());

const Component = z.looseObject({
  id: z.string(),
  kind: Text,
  unit: Text,
  per: Maybe(z.number().positive()),
  rate: z.unknown(),
  meter: Text,
  tool: Text,
  size_class: Text,
  applies_when: Maybe(Numbers),
  mode: Text,
});

const Mode = z.looseObject({
  cost: Maybe(Numbers),
  provider: Maybe(z.looseObject({ body: Maybe(Numbers) })),
});

const Model = z.looseObject({
  id: z.string().min(1),
  name: Text,
  aliases: Maybe(z.array(z.string())),
  family: Text,
  cost: Maybe(Numbers),
  pricing: Maybe(z.looseObject({ currency: Text, components: z.array(Component) })),
  limits: Maybe(Numbers),
  modalities: Maybe(z.looseObject({ input: Maybe(z.array(z.string())), output: Maybe(z.array(z.string())) })),
  capabilities: Maybe(Numbers),
  release_date: Text,
  last_updated: Text,
  knowledge: Text,
  deprecated: Maybe(z.boolean()),
  retired: Maybe(z.boolean()),
  lifecycle: Maybe(Numbers),
  extra: Maybe(
    z.looseObject({
      experimental: Maybe(z.looseObject({ modes: Maybe(z.record(z.string(), Mode)) })),
      long_context_threshold: Maybe(z.int().positive()),
    }),
  ),
});

const Provider = z.looseObject({
  id: z.string(),
  name: Text,
  doc: Text,
  base_url: Text,
  pricing_defaults: Maybe(z.looseObject({ components: z.array(Component) })),
  models: z.record(z.string(), z.unknown()),
});

const Snapshot = z.looseObject({
  generated_at: z.string(),
  providers: z.union([z.array(Provider), z.record(z.string(), Provider).transform((all) => Object.values(all))]),
});

export type Component = z.output<typeof Component>;
export type LlmdbModel = z.output<typeof Model>;
export type LlmdbProvider = z.output<typeof Provider>;

export function parseSnapshot(data: unknown): LlmdbProvider[] {
  return parseShape(Snapshot, data, 'a snapshot with its providers and their models').providers;
}

/** A row, or why it cannot be one. */
export function parseModel(row: unknown): { readonly model: LlmdbModel } | { readonly fault: string } {
  const result = Model.safeParse(row);
  return result.success ? { model: result.data } : { fault: faultOf(result.error) };
}
