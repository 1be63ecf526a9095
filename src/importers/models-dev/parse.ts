import * as z from 'zod';
import { faultOf, parseShape } from '../parse-shape.ts';

const Numbers = z.record(z.string(), z.unknown());
const Model = z.looseObject({
  id: z.string().min(1),
  name: z.string().nullish(),
  family: z.string().nullish(),
  cost: z.looseObject({ tiers: z.unknown().optional(), context_over_200k: Numbers.nullish() }).nullish(),
  limit: Numbers.nullish(),
  modalities: z.looseObject({ input: z.array(z.string()).nullish(), output: z.array(z.string()).nullish() }).nullish(),
  status: z.string().nullish(),
  experimental: z
    .looseObject({
      modes: z
        .record(
          z.string(),
          z.looseObject({ cost: Numbers.nullish(), provider: z.looseObject({ body: Numbers.nullish() }).nullish() }),
        )
        .nullish(),
    })
    .nullish(),
});
const Provider = z.looseObject({
  id: z.string(),
  name: z.string().nullish(),
  doc: z.string().nullish(),
  api: z.string().nullish(),
  models: z.record(z.string(), z.unknown()),
});
const Catalog = z
  .record(z.string(), Provider)
  .refine((all) => Object.keys(all).length > 0, 'expected at least one provider');

export type ModelsDevModel = z.output<typeof Model>;
export type ModelsDevProvider = z.output<typeof Provider>;

export function parseProviders(data: unknown): ModelsDevProvider[] {
  return Object.values(parseShape(Catalog, data, 'providers by id, each with its models by id'));
}

/** A row, or why it cannot be one. */
export function parseModel(row: unknown): { readonly model: ModelsDevModel } | { readonly fault: string } {
  const result = Model.safeParse(row);
  return result.success ? { model: result.data } : { fault: faultOf(result.error) };
}
