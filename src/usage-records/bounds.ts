import type { Adapter } from './adapter.ts';
import type { JsonObject } from './json-object.ts';
import { getter } from './path.ts';
import type { Reading } from './usage-record.ts';

/**
 * Compiles the bounds of splits that a format leaves out: beside each reading, one in which all of the whole is the
 * part. Of 1000 tokens of input of which any may be cached, none are and all are.
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
        if (!whole || isSplit(record) !== undefined) return [];
        return [{ label: `all ${of} are ${meter}`, usage: { ...usage, [meter]: whole } }];
      }),
    );
    return [...readings, ...bounds];
  };
}
