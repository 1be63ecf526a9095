import type * as z from 'zod';
import { MetersFile } from './meters-file.ts';
import { ModelFile } from './model-file.ts';
import { OfferFile } from './offer-file.ts';
import { ProviderFile } from './provider-file.ts';
import { WorkloadFile } from './workload-file.ts';

/** The schema of each kind of file in `data/`. */
export const FILE_SCHEMAS = {
  meters: MetersFile,
  provider: ProviderFile,
  model: ModelFile,
  offer: OfferFile,
  workload: WorkloadFile,
} as const satisfies Record<string, z.ZodType>;

export type FileKind = keyof typeof FILE_SCHEMAS;
