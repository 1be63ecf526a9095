import type { ProviderNamesFile } from '../schema/provider-names-file.ts';

/** The catalog's id for an upstream's provider: `cloudflare_workers_ai` is `cloudflare`. */
export type ProviderIds = (upstreamId: string) => string;

/** Underscores become dashes, then the alias file's names the catalog's own. */
export function providerIds(file: ProviderNamesFile | null): ProviderIds {
  const own = new Map(
    (file?.providers ?? []).flatMap(({ id, aliases }) => aliases.map((alias) => [alias, id] as const)),
  );
  return (upstreamId) => {
    const dashed = upstreamId.replaceAll('_', '-').toLowerCase();
    return own.get(dashed) ?? dashed;
  };
}
