import type { Adapter } from './adapter.ts';
import { isNegative, isZero, takeAway } from './count.ts';
import type { JsonObject } from './json-object.ts';
import { getter } from './path.ts';
import type { Reading } from './usage-record.ts';

/**
 * Compiles the bounds of splits that a format leaves out: beside each reading, one in which all of the whole that no
 * other split has is the part. Of 1000 tokens of input of which any may be cached, none are and all are; of 1000 of
 * which 100 were read from a cache, none or 900 were written to it.
 */
export function compileBounds({
  unsplit = [],
}: Adapter): (readings: readonly Reading[], record: JsonObject) => readonly Reading[] {
  if (unsplit.length === 0) return (readings) => readings;
  const parts = unsplit.map(({ meter, of, unless }) => ({
    meter,
    of,
    isSplit: unless === undefined ? () => undefined : getter(unless),
  }));
  return (readings, record) => {
    const bounds = readings.flatMap(({ usage }) =>
      parts.flatMap(({ meter, of, isSplit }) => {
        const whole = usage[of];
        if (!whole || usage[meter] !== undefined || isSplit(record) !== undefined) return [];
        const others = parts.flatMap((other) => (other.of === of ? (usage[other.meter] ?? []) : []));
        const rest = others.reduce(takeAway, whole);
        if (isZero(rest) || isNegative(rest)) return [];
        const what = others.length > 0 ? `all other ${of}` : `all ${of}`;
        return [{ label: `${what} are ${meter}`, usage: { ...usage, [meter]: rest } }];
      }),
    );
    return [...readings, ...bounds];
  };
}
