import { allowedValues, CONDITION_NAMES, type When } from './condition.ts';

/** `service_tier batch`, `mon to fri 16:30 to 00:30 UTC`: a `when` as a reader would say it. */
export function whenWords(when: When): string {
  const parts: string[] = [];
  for (const key of CONDITION_NAMES) {
    const allowed = allowedValues(when, key);
    if (allowed) parts.push(`${key.replaceAll('_', ' ')} ${allowed.join(' or ')}`);
  }
  for (const { days, from, until, zone } of when.time ?? []) {
    parts.push(`${days ? `${days.join(', ')} ` : ''}${from} to ${until} ${zone}`);
  }
  if (when.dates?.from) parts.push(`from ${when.dates.from}`);
  if (when.dates?.until) parts.push(`until ${when.dates.until}`);
  return parts.join(', ');
}
