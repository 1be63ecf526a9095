import { readJson } from './read-json.ts';
import { type Fetched, UpstreamError } from './translation.ts';

/** Fetches an upstream that no package carries: from the file or address that the user gives. */
export function fetchGiven(home: string): (from: string | null) => Promise<Fetched> {
  return async (from) => {
    if (from === null) throw new UpstreamError(`nothing to read; name a file or an address of ${home} with --from`);
    return { data: await readJson(from), version: 'as given', as_of: null, url: home };
  };
}
