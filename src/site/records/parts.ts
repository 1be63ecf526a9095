/** The parts of the page of records, by their names. */
export type Part = <E extends HTMLElement = HTMLElement>(name: string) => E;

export function partsOf(root: HTMLElement): Part {
  return <E extends HTMLElement>(name: string): E => {
    const part = root.querySelector<E>(`[data-part="${name}"]`);
    if (!part) throw new Error(`the page of records has no part ${name}`);
    return part;
  };
}
