/** Finds an element by its `data-part`; throws where there is none of that name. */
export type Part = <E extends HTMLElement = HTMLElement>(name: string) => E;

export function partsOf(root: HTMLElement): Part {
  return <E extends HTMLElement>(name: string): E => {
    const part = root.querySelector<E>(`[data-part="${name}"]`);
    if (!part) throw new Error(`there is no part ${name} in ${root.localName}`);
    return part;
  };
}
