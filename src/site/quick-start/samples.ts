import type { CatalogOffer } from '../../catalog/catalog.ts';
import { sampleCall } from './call.ts';
import { curlSample } from './curl.ts';
import { pythonSample } from './python.ts';
import { typescriptSample } from './typescript.ts';

/** A first call in one language. */
export interface Sample {
  readonly language: string;
  readonly code: string;
}

/** A first call in each language; none where the catalog does not know enough to write one that works. */
export function samplesOf(offer: CatalogOffer): Sample[] {
  const call = sampleCall(offer);
  if (!call) return [];
  return [
    { language: 'cURL', code: curlSample(call) },
    { language: 'Python', code: pythonSample(call) },
    { language: 'TypeScript', code: typescriptSample(call) },
  ];
}
