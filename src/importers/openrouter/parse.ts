import * as z from 'zod';
import { faultOf, parseShape } from '../parse-shape.ts';

const Model = z.looseObject({
  id: z.string().min(1),
  name: z.string().nullish(),
  canonical_slug: z.string().nullish(),
  context_length: z.unknown().optional(),
  knowledge_cutoff: z.unknown().optional(),
  expiration_date: z.unknown().optional(),
  architecture: z
    .looseObject({ input_modalities: z.array(z.string()).nullish(), output_modalities: z.array(z.string()).nullish() })
    .nullish(),
  top_provider: z.looseObject({ max_completion_tokens: z.unknown().optional() }).nullish(),
  supported_parameters: z.array(z.string()).nullish(),
  pricing: z.looseObject({ overrides: z.array(z.record(z.string(), z.unknown())).nullish() }).nullish(),
});
const Answer = z.looseObject({ data: z.array(z.unknown()).min(1) });

export type OpenrouterModel = z.output<typeof Model>;

export function parseList(data: unknown): readonly unknown[] {
  return parseShape(Answer, data, '{data: [...]} with one object per model').data;
}

/** A row, or why it cannot be one. */
export function parseModel(row: unknown): { readonly model: OpenrouterModel } | { readonly fault: string } {
  const result = Model.safeParse(row);
  return result.success ? { model: result.data } : { fault: faultOf(result.error) };
}
