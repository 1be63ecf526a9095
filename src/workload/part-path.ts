import type { ReadWork } from './read-workload.ts';

const PART = /^parts\/(\d+)\/workload\/(.+)$/;

/** Where the inputs of a part of a mix begin: `parts/1/workload/`. */
export function partPath(index: number): string {
  return `parts/${index}/workload/`;
}

/** The part of a mix that the path of an input leads into, and its key there: `parts/1/workload/turns`. */
export function inPart(path: string): { readonly index: number; readonly key: string } | null {
  const [, index, key] = PART.exec(path) ?? [];
  return index === undefined || key === undefined ? null : { index: Number(index), key };
}

/** The work that states the input at a path, undefined where there is no such part, and the key of the input in it. */
export function ownerOf(work: ReadWork, path: string): { readonly owner: ReadWork | undefined; readonly key: string } {
  const part = inPart(path);
  return part ? { owner: work.parts[part.index]?.work, key: part.key } : { owner: work, key: path };
}
