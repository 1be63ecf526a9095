/** Values in the order in which they first came, each once. */
export interface Keys<T> {
  readonly all: readonly T[];
  /** The position of a value, which is added where it is new. */
  readonly at: (value: T) => number;
}

export function keys<T>(): Keys<T> {
  const all: T[] = [];
  const known = new Map<string, number>();
  return {
    all,
    at: (value) => {
      const key = JSON.stringify(value);
      const position = known.get(key) ?? all.push(value) - 1;
      known.set(key, position);
      return position;
    },
  };
}
