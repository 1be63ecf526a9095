import { type Document, isCollection, isPair, isScalar, isSeq, type Node, type Pair, visit } from 'yaml';
import type { CatalogProblem } from './problem.ts';

/** Something that YAML allows and data files do not, with the place in the text and the path of its value. */
export interface YamlFault {
  readonly offset: number;
  readonly path: string;
  readonly problem: Pick<CatalogProblem, 'code' | 'args'>;
}

const PLAIN_NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?$/;

/** Tags, keys that are no text, and numbers in any notation but plain decimal digits. */
export function yamlFaults(document: Document): YamlFault[] {
  const faults: YamlFault[] = [];
  visit(document, {
    Node: (_key, node, ancestors) => {
      const at = { offset: node.range?.[0] ?? 0, path: pathOf([...ancestors, node]) };
      if ('tag' in node && node.tag !== undefined) {
        const message = `the tag ${node.tag}; data files hold plain text, numbers, lists and mappings`;
        faults.push({ ...at, problem: { code: 'yaml_syntax', args: { message } } });
      } else if (isScalar(node) && typeof node.value === 'number' && !PLAIN_NUMBER.test(node.source ?? '')) {
        faults.push({ ...at, problem: { code: 'number_notation', args: { found: node.source ?? '' } } });
      }
    },
    Pair: (_key, pair, ancestors) => {
      if (!isCollection(pair.key)) return;
      const message = 'a list or a mapping as a key; a key is a name';
      const at = { offset: pair.key.range?.[0] ?? 0, path: pathOf([...ancestors]) };
      faults.push({ ...at, problem: { code: 'yaml_syntax', args: { message } } });
    },
  });
  return faults;
}

/** The keys and places in lists that lead to the last of a chain of nodes. */
function pathOf(chain: readonly (Document | Node | Pair)[]): string {
  return chain
    .flatMap((node, index) => {
      const inner = chain[index + 1];
      if (isPair(node)) return isScalar(node.key) && node.key !== inner ? [String(node.key.value)] : [];
      return isSeq(node) && inner ? [String(node.items.indexOf(inner))] : [];
    })
    .join('/');
}
