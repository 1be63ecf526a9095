/** A function that finds the answer for an object once, and remembers it for as long as the object lives. */
export function once<K extends object, R extends unknown[], V extends NonNullable<unknown>>(
  find: (key: K, ...rest: R) => V,
): (key: K, ...rest: R) => V {
  const known = new WeakMap<K, V>();
  return (key, ...rest) => {
    let value = known.get(key);
    if (value === undefined) {
      value = find(key, ...rest);
      if (Object(key) === key) known.set(key, value);
    }
    return value;
  };
}
