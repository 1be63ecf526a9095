/** Something that can be counted, and the counts that contain it. */
export interface Meter {
  readonly id: string;
  /** One of it, in words: `input token`. */
  readonly one: string;
  /** Many of it: `input tokens`. */
  readonly many: string;
  /** The counts that include this one: cached tokens are within input tokens. */
  readonly within?: readonly string[];
  /** How many each request makes without saying so: one message, one request. A gap where the card has rates for it and none holds. */
  readonly implied?: string;
}

/** Every meter by its id. */
export type Meters = ReadonlyMap<string, MeterNode>;

/** A meter with its place in the order of containment worked out. */
export interface MeterNode extends Meter {
  /** Direct containers, as nodes' ids. */
  readonly within: readonly string[];
  /** Every meter that contains this one, nearest first. */
  readonly ancestors: readonly string[];
  /** Every meter that this one contains. */
  readonly descendants: readonly string[];
}

/** Every meter that contains a meter, nearest first. */
export const containersOf = (meter: string, meters: Meters): readonly string[] => meters.get(meter)?.ancestors ?? [];

/** Every meter that a meter contains. */
export const partsOf = (meter: string, meters: Meters): readonly string[] => meters.get(meter)?.descendants ?? [];

/**
 * Works out who contains whom. Throws on a container that is not listed and on a circle, both of which are
 * faults of the meter table itself.
 */
export function meterTable(meters: readonly Meter[]): Meters {
  const byId = new Map(meters.map((meter) => [meter.id, meter]));
  const ancestors = new Map<string, readonly string[]>();
  const walk = (id: string, trail: readonly string[]): readonly string[] => {
    const known = ancestors.get(id);
    if (known) return known;
    if (trail.includes(id)) throw new Error(`meters contain each other: ${[...trail, id].join(' in ')}`);
    const meter = byId.get(id);
    if (!meter) throw new Error(`meter ${trail.at(-1)} is within ${id}, which is not a meter`);
    const direct = meter.within ?? [];
    const all = [...new Set([...direct, ...direct.flatMap((up) => walk(up, [...trail, id]))])];
    ancestors.set(id, all);
    return all;
  };
  for (const meter of meters) walk(meter.id, []);
  return new Map(
    meters.map((meter) => [
      meter.id,
      {
        ...meter,
        within: meter.within ?? [],
        ancestors: ancestors.get(meter.id) ?? [],
        descendants: meters.filter((other) => ancestors.get(other.id)?.includes(meter.id)).map((other) => other.id),
      },
    ]),
  );
}
