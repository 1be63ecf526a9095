import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type Scalar,
  visit,
  type YAMLMap,
} from 'yaml';
import type { CatalogProblem } from './problem.ts';

/** Something that YAML allows and data files do not, with the place in the text and the path of its value. */
export interface YamlFault {
  readonly offset: number;
  readonly path: string;
  readonly problem: Pick<CatalogProblem, 'code' | 'args'>;
}

const PLAIN_NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?$/;

/**
 * Tags, keys given twice, keys that are no text, numbers in any notation but plain decimal digits, and the one key that
 * a schema passes over where any key may stand.
 */
export function yamlFaults(document: Document): YamlFault[] {
  const faults: YamlFault[] = [];
  const note = (node: Node, chain: Chain, problem: YamlFault['problem']): void => {
    faults.push({ offset: node.range?.[0] ?? 0, path: pathOf(chain), problem });
  };
  visit(document, {
    Node: (_key, node, ancestors) => {
      for (const key of isMap(node) ? keysTwice(node) : []) {
        note(key, [...ancestors, node], { code: 'duplicate_key', args: { key: String(key.value) } });
      }
      if ('tag' in node && node.tag !== undefined) {
        const message = `the tag ${node.tag}; data files hold plain text, numbers, lists and mappings`;
        note(node, [...ancestors, node], { code: 'yaml_syntax', args: { message } });
      } else if (isScalar(node) && typeof node.value === 'number' && !PLAIN_NUMBER.test(node.source ?? '')) {
        note(node, [...ancestors, node], { code: 'number_notation', args: { found: node.source ?? '' } });
      }
    },
    Pair: (_key, pair, ancestors) => {
      if (isScalar(pair.key) && pair.key.value === '__proto__') {
        note(pair.key, ancestors, { code: 'unknown_key', args: { key: '__proto__', nearest: null } });
      }
      if (!isCollection(pair.key) && !isAlias(pair.key)) return;
      const what = isAlias(pair.key) ? 'an alias' : 'a list or a mapping';
      const message = `${what} as a key; a key is a name`;
      note(pair.key, ancestors, { code: 'yaml_syntax', args: { message } });
    },
  });
  return faults;
}

/** The keys of a mapping that stand there a second time. */
function keysTwice(map: YAMLMap): Scalar[] {
  const seen = new Set<string>();
  return map.items.flatMap(({ key }) => {
    if (!isScalar(key)) return [];
    const name = String(key.value);
    if (seen.has(name)) return [key];
    seen.add(name);
    return [];
  });
}

type Chain = readonly (Document | Node | Pair)[];

/** The keys and places in lists that lead to the last of a chain of nodes. */
function pathOf(chain: Chain): string {
  return chain
    .flatMap((node, index) => {
      const inner = chain[index + 1];
      if (isPair(node)) return isScalar(node.key) && node.key !== inner ? [String(node.key.value)] : [];
      return isSeq(node) && inner ? [String(node.items.indexOf(inner))] : [];
    })
    .join('/');
}
