import { readNumber } from '../calculator/number-text.ts';
import { LINK_VERSION } from '../calculator/state.ts';
import { USUAL_WORK, WORK_FIELDS, type WorkTexts } from './work-fields.ts';

/** A part of a link that states the work or the link's version: what it says, or why it is ignored; null for others. */
export function readWorkPart(
  name: string,
  value: string,
): { readonly value: string } | { readonly ignored: string } | null {
  if (name === 'v') {
    const ignored = `v=${value}, because this page reads links of version ${LINK_VERSION} only`;
    return value === LINK_VERSION ? { value } : { ignored };
  }
  const field = WORK_FIELDS.find((one) => one.name === name);
  if (!field) return null;
  const read = readNumber(value, field.number);
  return 'reason' in read ? { ignored: `${name}=${value}, where ${read.reason} was expected` } : { value };
}

/** Reads the part of a link after the question mark; whatever cannot be followed is named with the reason. */
export function readWorkLink(query: string): { readonly work: WorkTexts; readonly ignored: readonly string[] } {
  const ignored: string[] = [];
  const work: Record<string, string> = { ...USUAL_WORK };
  for (const [name, value] of new URLSearchParams(query)) {
    const read = readWorkPart(name, value);
    if (!read) ignored.push(`${name}=${value}, which is not a part of such a link`);
    else if ('ignored' in read) ignored.push(read.ignored);
    else if (name !== 'v') work[name] = read.value;
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
