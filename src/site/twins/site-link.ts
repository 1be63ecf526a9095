import { inline } from '../../export/markdown.ts';

/** A link of a Markdown page to another page of the site; the path is made of ids and needs no escape. */
export function siteLink(words: string, path: string): string {
  return `[${inline(words)}](${path})`;
}
