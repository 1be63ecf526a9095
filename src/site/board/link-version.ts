import { LINK_VERSION } from '../calculator/state.ts';

/** Why nothing of a link is read: it is of a version that this page does not know. Null where it is of this one. */
export function otherVersion(query: string): string | null {
  const version = new URLSearchParams(query).get('v');
  if (version === null || version === LINK_VERSION) return null;
  return `all of it, because it is of version ${version} and this page reads version ${LINK_VERSION} only`;
}
