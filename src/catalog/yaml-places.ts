import { type Document, isMap, type LineCounter, type ParsedNode, type Scalar, type YAMLMap } from 'yaml';

export type Path = readonly PropertyKey[];

/** A place in a text, both numbers from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Where the values of a text stand. */
export interface Places {
  /** The place of the value at a path; of the nearest value around it where there is none. */
  readonly locate: (path: Path) => Place;
  /** The place of a key. */
  readonly locateKey: (path: Path, key: string) => Place;
}

export function placeOf(offset: number, lines: LineCounter): Place {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

/** Finds the places of a parsed document's values, when they are asked for. */
export function placesIn(document: Document.Parsed, lines: LineCounter): Places {
  const nodeAt = (at: Path): ParsedNode | null => {
    for (let length = at.length; length >= 0; length -= 1) {
      const node = document.getIn(at.slice(0, length), true) as ParsedNode | undefined;
      if (node?.range) return node;
    }
    return null;
  };
  const keys = new WeakMap<object, ReadonlyMap<string, ParsedNode>>();
  const keysOf = (map: YAMLMap.Parsed): ReadonlyMap<string, ParsedNode> => {
    let known = keys.get(map);
    if (!known) {
      known = new Map(map.items.map(({ key }) => [String((key as Scalar.Parsed).value), key]));
      keys.set(map, known);
    }
    return known;
  };
  const placeOfNode = (node: ParsedNode | null): Place => placeOf(node?.range[0] ?? 0, lines);
  return {
    locate: (at) => placeOfNode(nodeAt(at)),
    locateKey: (at, key) => {
      const parent = nodeAt(at);
      return placeOfNode((isMap(parent) ? keysOf(parent).get(key) : undefined) ?? parent);
    },
  };
}
