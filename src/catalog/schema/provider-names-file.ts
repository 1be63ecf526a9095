import * as z from 'zod';
import { Slug } from './text.ts';

/** `data/provider-aliases.yaml`: providers that upstreams know under other ids than the catalog. */
export const ProviderNamesFile = z.strictObject({
  providers: z.array(
    z.strictObject({
      id: Slug,
      aliases: z.array(Slug).min(1).meta({ description: 'Ids in upstreams; underscores are written as dashes.' }),
    }),
  ),
});

export type ProviderNamesFile = z.output<typeof ProviderNamesFile>;
