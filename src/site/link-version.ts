import { listWords } from '../catalog/words/list.ts';

/** The version of links that state counts, and of those that state work. */
export const LINK_VERSION = '1';
export const WORK_LINK_VERSION = '2';

/** Why nothing of a link is read: it is of a version that its reader does not know. Null where it is of one that it does. */
export function otherVersion(query: string, known: readonly string[] = [LINK_VERSION]): string | null {
  const version = new URLSearchParams(query).get('v');
  if (version === null || known.includes(version)) return null;
  const all = `version${known.length === 1 ? '' : 's'} ${listWords(known)}`;
  return `all of it, because it is of version ${version} and this page reads ${all} only`;
}
