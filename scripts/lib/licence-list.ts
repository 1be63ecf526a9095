/** A package of the lockfile, and whether the published package brings it along. */
export interface LockedPackage {
  readonly name: string;
  readonly version: string;
  /** As the package states it: `MIT`, `MIT OR Apache-2.0`; null where it states none. */
  readonly licence: string | null;
  readonly isShipped: boolean;
}

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
}

/** Every package that a lockfile installs, in the order of names. */
export function lockedPackages(lockfile: string): LockedPackage[] {
  const { packages } = JSON.parse(lockfile) as { packages: Readonly<Record<string, Locked>> };
  return Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, { version = '', license, dev, devOptional }]) => ({
      name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version,
      licence: license ?? null,
      isShipped: !dev && !devOptional,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1));
}

/** The packages of a lockfile by licence, as Markdown: those that users install by name, tools by licence. */
export function licenceList(lockfile: string): string {
  const all = lockedPackages(lockfile);
  const tools = all.filter(({ isShipped }) => !isShipped);
  const licences = [...new Set(tools.map(({ licence }) => licence ?? 'none stated'))].sort();
  const rows = all
    .filter(({ isShipped }) => isShipped)
    .map(({ name, version, licence }) => `| ${name} | ${version} | ${licence ?? 'none stated'} |`);
  const names = (list: readonly LockedPackage[]): string => [...new Set(list.map(({ name }) => name))].join(', ');
  return [
    '# Licences',
    '',
    'Written by `npm run generate` from `package-lock.json`; not edited by hand.',
    '',
    '## What installing the package installs with it',
    '',
    '| package | version | licence |',
    '|---|---|---|',
    ...rows,
    '',
    '## Tools that build and test it, which are not shipped',
    '',
    ...licences.map((one) => `- ${one}: ${names(tools.filter(({ licence }) => (licence ?? 'none stated') === one))}`),
    '',
  ].join('\n');
}
