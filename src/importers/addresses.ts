import { Url } from '../catalog/schema/text.ts';
import { type Note, shown } from './note.ts';

/** The addresses that can be read of those that an upstream gives for a provider; each other is noted with its place. */
export function readAddresses(
  provider: string,
  given: readonly { readonly path: string; readonly url: string | null | undefined }[],
  notes: Note[],
): string[] {
  return given.flatMap(({ path, url }) => {
    if (url === null || url === undefined) return [];
    if (Url.safeParse(url).success) return [url];
    notes.push({ code: 'unread_address', provider, model_id: '', path, found: shown(url) });
    return [];
  });
}
