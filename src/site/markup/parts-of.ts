/** Finds an element by its `data-part`; throws where there is none of that name. */
export type Part = <E extends HTMLElement = HTMLElement>(name: string) => E;

export function partsOf(root: HTMLElement): Part {
  const known = new Map<string, HTMLElement>();
  return <E extends HTMLElement>(name: string): E => {
    const before = known.get(name);
    if (before && root.contains(before)) return before as E;
    const part = root.querySelector<E>(`[data-part="${name}"]`);
    if (!part) throw new Error(`there is no part ${name} in ${root.localName}`);
    known.set(name, part);
    return part;
  };
}
