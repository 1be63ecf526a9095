import { CLASSES } from './classes.ts';
import type { Difference, Explanation, StatedValue } from './difference.ts';
import { explanationText } from './difference-words.ts';
import { distinctPrices } from './distinct.ts';
import type { Statement } from './statement.ts';
import { unexplained } from './unexplained.ts';

/**
 * Why statements about one field differ: each difference with the values it holds against each other. Values that no
 * class links to the others end in one difference of kind `unexplained`. One value, or none, is no difference.
 */
export function explain(said: readonly Statement[]): Difference[] {
  const [first] = said;
  const values = [...new Set(said.map(({ value }) => value))];
  if (!first || values.length < 2) return [];
  const links = new Map<string, string>();
  const found: Explanation[] = [];
  const heard = first.field.kind === 'price' ? distinctPrices(said) : said;
  for (const differenceClass of CLASSES[first.field.kind]) {
    for (const explanation of differenceClass(heard)) if (link(links, explanation.values)) found.push(explanation);
  }
  const apart = values.filter((value) => rootOf(links, value) === value);
  if (apart.length > 1) found.push(unexplained(apart, said));
  return byText(found).map(({ kind, values, text }) => ({
    kind,
    field: first.field,
    values: values.map((value) => stated(value, said)),
    text,
  }));
}

/** Explanations with the same words are one, of all their values. */
function byText(found: readonly Explanation[]): (Pick<Explanation, 'kind' | 'values'> & { text: string })[] {
  const merged = new Map<string, { kind: Explanation['kind']; values: string[]; text: string }>();
  for (const explanation of found) {
    const text = explanationText(explanation);
    const { kind } = explanation;
    const values = [...(merged.get(text)?.values ?? []), ...explanation.values];
    merged.set(text, { kind, values: [...new Set(values)], text });
  }
  return [...merged.values()];
}

/** Notes that values belong together; false where that was known of all of them. */
function link(links: Map<string, string>, values: readonly string[]): boolean {
  const [root, ...others] = new Set(values.map((value) => rootOf(links, value)));
  if (root === undefined || others.length === 0) return false;
  for (const other of others) links.set(other, root);
  return true;
}

function rootOf(links: ReadonlyMap<string, string>, value: string): string {
  let root = value;
  for (let next = links.get(root); next !== undefined; next = links.get(root)) root = next;
  return root;
}

/** A value with everyone who states it. */
export function stated(value: string, said: readonly Statement[]): StatedValue {
  const by = said.filter((statement) => statement.value === value);
  return {
    value,
    shown: by[0]?.shown ?? value,
    by: by.map(({ speaker, source, printed }) => ({
      name: speaker.name,
      offer: speaker.offer,
      source,
      ...(printed === undefined ? {} : { printed }),
    })),
  };
}
