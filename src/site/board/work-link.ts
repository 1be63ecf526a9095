import { readNumber } from '../calculator/number-text.ts';
import { LINK_VERSION, otherVersion } from '../link-version.ts';
import { USUAL_WORK, WORK_FIELDS, type WorkTexts } from './work-fields.ts';

/** A part of a link that states the work: what it says, or why it is ignored; null for others. */
function readWorkPart(name: string, value: string): { readonly value: string } | { readonly ignored: string } | null {
  const field = WORK_FIELDS.find((one) => one.name === name);
  if (!field) return null;
  const read = readNumber(value, field.number);
  return 'reason' in read ? { ignored: `${name}=${value}: expected ${read.reason}` } : { value };
}

/**
 * Reads the part of a link after the question mark; whatever cannot be followed is named with the reason.
 *
 * @param other takes a part that says nothing of the work: what of it is ignored, or null where it means nothing
 */
export function readWorkLink(
  query: string,
  other: (name: string, value: string) => readonly string[] | null = () => null,
): { readonly work: WorkTexts; readonly ignored: readonly string[] } {
  const unread = otherVersion(query);
  if (unread !== null) return { work: USUAL_WORK, ignored: [unread] };
  const ignored: string[] = [];
  const work: Record<string, string> = { ...USUAL_WORK };
  const seen = new Set<string>();
  for (const [name, value] of new URLSearchParams(query)) {
    const read = readWorkPart(name, value);
    if (seen.has(name)) ignored.push(`${name}=${value}, because ${name} was given before`);
    else if (read && 'ignored' in read) ignored.push(read.ignored);
    else if (read) work[name] = read.value;
    else if (name !== 'v')
      ignored.push(...(other(name, value) ?? [`${name}=${value}, which is not a part of such a link`]));
    seen.add(name);
  }
  return { work, ignored };
}

/** The counts of a link that are not as usual. */
export function workParts(work: WorkTexts): [string, string][] {
  return WORK_FIELDS.flatMap(({ name }): [string, string][] => {
    const text = work[name]?.trim() || '0';
    return text === USUAL_WORK[name] ? [] : [[name, text]];
  });
}

/** The link's query for some work; empty for the usual. */
export function writeWorkLink(work: WorkTexts): string {
  const parts = workParts(work);
  return parts.length === 0 ? '' : new URLSearchParams([['v', LINK_VERSION], ...parts]).toString();
}
