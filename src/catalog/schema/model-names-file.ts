import * as z from 'zod';
import { ModelId, Slug } from './text.ts';

const Name = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[a-z0-9@][a-z0-9._@-]*$/, 'expected lower-case letters, digits, dots, dashes or underscores');

const LabEntry = z.strictObject({
  id: Slug.meta({ description: 'The first part of the ids of its models: mistralai.' }),
  aliases: z
    .array(Name)
    .meta({ description: 'How ids write the lab: in a path, before a dot or dash.' })
    .exactOptional(),
  families: z
    .array(Name)
    .min(1)
    .meta({ description: 'How names of its models begin, when no lab is written before them.' })
    .exactOptional(),
});

const AliasEntry = z.strictObject({
  model: ModelId.meta({ description: 'The id that the model has here.' }),
  aliases: z.array(z.string().min(1).max(200)).min(1).meta({ description: 'Names that the rules alone leave apart.' }),
});

/** `data/model-aliases.yaml`: who makes which models, who resells, and names that are one model beyond the rules. */
export const ModelNamesFile = z.strictObject({
  labs: z.array(LabEntry).min(1),
  sellers: z.array(Name).meta({ description: 'Sellers that put themselves before the name of a model.' }),
  models: z.array(AliasEntry),
});

export type ModelNamesFile = z.output<typeof ModelNamesFile>;
