import type * as z from 'zod';
import { ClaimsFile } from './claims-file.ts';
import { ImportReportFile } from './import-report-file.ts';
import { MetersFile } from './meters-file.ts';
import { ModelFile } from './model-file.ts';
import { ModelNamesFile } from './model-names-file.ts';
import { OfferFile } from './offer-file.ts';
import { ProviderFile } from './provider-file.ts';
import { ProviderNamesFile } from './provider-names-file.ts';
import { WorkloadFile } from './workload-file.ts';

/** The schema of each kind of file in `data/`. */
export const FILE_SCHEMAS = {
  meters: MetersFile,
  provider: ProviderFile,
  model: ModelFile,
  offer: OfferFile,
  provider_names: ProviderNamesFile,
  model_names: ModelNamesFile,
  workload: WorkloadFile,
  claims: ClaimsFile,
  import_report: ImportReportFile,
} as const satisfies Record<string, z.ZodType>;

export type FileKind = keyof typeof FILE_SCHEMAS;
