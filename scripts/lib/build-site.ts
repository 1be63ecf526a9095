import { spawnSync } from 'node:child_process';

/** Where to build a site, and from what. */
export interface SiteBuild {
  /** The data directory. */
  readonly data: string;
  /** The folder of the built site, as an absolute path. */
  readonly out: string;
  /** The address that it will have, where one is known. */
  readonly address?: string;
}

/** What a test runner adds to the environment, which a build would take for its own settings. */
const NOT_OURS = ['BASE_URL', 'MODE', 'DEV', 'PROD', 'SSR', 'NODE_ENV'];

/** Builds the site from a data directory into a folder; true when it ends well. */
export function buildSite({ data, out, address }: SiteBuild): boolean {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !NOT_OURS.includes(name) && !name.startsWith('VITEST') && name !== 'RATECARD_SITE',
  );
  const code = `import { build } from 'astro'; await build({ outDir: ${JSON.stringify(out)}, logLevel: 'error' });`;
  const { status } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    env: {
      ...Object.fromEntries(inherited),
      RATECARD_DATA: data,
      ASTRO_TELEMETRY_DISABLED: '1',
      ...(address === undefined ? {} : { RATECARD_SITE: address }),
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return status === 0;
}
