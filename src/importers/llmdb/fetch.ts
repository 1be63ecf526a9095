import { installedVersion } from '../installed-version.ts';
import { readJson } from '../read-json.ts';
import { type Fetched, UpstreamError } from '../translation.ts';

const PACKAGE = '@agentjido/llmdb';
const HOME = 'https://github.com/agentjido/llmdb';

/** The snapshot that the npm package carries, without a network; or one of a file or address. */
export async function fetchLlmdb(from: string | null): Promise<Fetched> {
  const data: unknown = from === null ? await snapshotOfPackage() : await readJson(from);
  const { generated_at } = (data ?? {}) as { generated_at?: unknown };
  const as_of =
    typeof generated_at === 'string' && /^\d{4}-\d\d-\d\d/.test(generated_at) ? generated_at.slice(0, 10) : null;
  return { data, version: from === null ? installedVersion(PACKAGE) : 'as given', as_of, url: HOME };
}

async function snapshotOfPackage(): Promise<unknown> {
  const { snapshot } = await import(`${PACKAGE}/snapshot`).catch(() => {
    throw new UpstreamError(`the package ${PACKAGE} is not installed; install it, or name a file with --from`);
  });
  return snapshot;
}
