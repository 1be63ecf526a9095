import * as z from 'zod';
import { DatedFact, Modalities, MonthFact, TokenCount, Weights } from './fact.ts';
import { Sources } from './source.ts';
import { Printed, SourceKey } from './text.ts';

/** `data/models/<lab>/<model>.yaml`: what is sold, wherever it is sold. */
export const ModelFile = z.strictObject({
  name: Printed,
  lab_name: Printed,
  aliases: z.array(Printed).exactOptional(),
  family: Printed.exactOptional(),
  size: z.strictObject({ printed: Printed, source: SourceKey }).exactOptional(),
  released: DatedFact.exactOptional(),
  retired: DatedFact.meta({ description: 'When its lab stopped, or will stop, serving it.' }).exactOptional(),
  knowledge_until: MonthFact.exactOptional(),
  weights: Weights.exactOptional(),
  context_window: TokenCount.exactOptional(),
  modalities: Modalities.exactOptional(),
  sources: Sources,
});

export type ModelFile = z.output<typeof ModelFile>;
