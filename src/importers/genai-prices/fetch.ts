import { installedVersion } from '../installed-version.ts';
import { readJson } from '../read-json.ts';
import { type Fetched, UpstreamError } from '../translation.ts';

const PACKAGE = '@pydantic/genai-prices';
const HOME = 'https://github.com/pydantic/genai-prices';

/** The data that the npm package carries, without a network; or those of a file or address in the same form. */
export async function fetchGenaiPrices(from: string | null): Promise<Fetched> {
  if (from !== null) return { data: await readJson(from), version: 'as given', as_of: null, url: HOME };
  const { waitForUpdate } = await import(PACKAGE).catch(() => {
    throw new UpstreamError(`the package ${PACKAGE} is not installed; install it, or name a file with --from`);
  });
  return { data: await waitForUpdate(), version: installedVersion(PACKAGE), as_of: null, url: HOME };
}
