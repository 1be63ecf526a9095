import { distance } from 'fastest-levenshtein';

/** Words with the rows that hold them. */
export interface SearchWords {
  readonly rows: number;
  readonly words: readonly string[];
  /** Which letters each word has, as bits that several letters share. */
  readonly letters: Int32Array;
  /** For each word, the rows that hold it. */
  readonly found: readonly (readonly number[])[];
  /** What each word that was asked for came to. */
  readonly asked: Map<string, Asked>;
}

interface Asked {
  readonly flags: Uint8Array;
  /** The positions of the words that hold it as it is spelt. */
  readonly holding: readonly number[];
}

/** The words of a text as they are looked for: lower case, cut at everything but letters, digits and points. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}.]+/gu) ?? [];
}

/** Gathers the words of every row's texts. The first is found by its letters and digits run together, too: `gpt4o`. */
export function searchWords(texts: readonly (readonly string[])[]): SearchWords {
  const found = new Map<string, number[]>();
  for (const [row, own] of texts.entries()) {
    for (const [place, text] of own.entries()) {
      const words = wordsOf(text);
      for (const word of words.length > 1 && place === 0 ? [...words, words.join('').replaceAll('.', '')] : words) {
        const rows = found.get(word);
        if (!rows) found.set(word, [row]);
        else if (rows[rows.length - 1] !== row) rows.push(row);
      }
    }
  }
  const words = [...found.keys()];
  return {
    rows: texts.length,
    words,
    letters: Int32Array.from(words, lettersOf),
    found: [...found.values()],
    asked: new Map(),
  };
}

const MOST_KEPT = 200;

/** Flags of the rows that hold every word of a query, spelt so or nearly; null where nothing is asked. */
export function searchRows(index: SearchWords, query: string): Uint8Array | null {
  const asked = wordsOf(query);
  if (asked.length === 0) return null;
  const [first = new Uint8Array(index.rows), ...others] = asked.map((word) => rowsHolding(index, word));
  const flags = Uint8Array.from(first);
  for (const other of others)
    for (let row = 0; row < flags.length; row += 1) flags[row] = (flags[row] as number) & (other[row] as number);
  return flags;
}

function rowsHolding(index: SearchWords, word: string): Uint8Array {
  const known = index.asked.get(word);
  if (known) return known.flags;
  const holding = wordsHolding(index, word);
  const most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
  const meant = holding.length > 0 || most === 0 ? holding : wordsNear(index, word, most);
  const flags = new Uint8Array(index.rows);
  for (const at of meant) for (const row of index.found[at] ?? []) flags[row] = 1;
  if (index.asked.size >= MOST_KEPT) index.asked.clear();
  index.asked.set(word, { flags, holding });
  return flags;
}

/** Words that hold a word, or begin with it where it is short; among those of its beginning where that was asked. */
function wordsHolding({ words, asked }: SearchWords, word: string): number[] {
  if (word.length < 3) return words.flatMap((candidate, at) => (candidate.startsWith(word) ? [at] : []));
  const before = word.length > 3 ? asked.get(word.slice(0, -1))?.holding : undefined;
  if (before) return before.filter((at) => words[at]?.includes(word));
  return words.flatMap((candidate, at) => (candidate.includes(word) ? [at] : []));
}

/** Words near one; those that lack more of its letters than slips can make up for are passed over unread. */
function wordsNear({ words, letters }: SearchWords, word: string, most: number): number[] {
  const own = lettersOf(word);
  return words.flatMap((candidate, at) =>
    bitsIn(own & ~(letters[at] as number)) <= most + 1 && isNear(word, candidate, most) ? [at] : [],
  );
}

function lettersOf(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at += 1) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
}

function bitsIn(bits: number): number {
  let left = bits;
  let ones = 0;
  for (; left !== 0; left &= left - 1) ones += 1;
  return ones;
}

/** Whether a word is the beginning of another but for so many slips: `mistrl` is near `mistral` and `mistralai`. */
function isNear(word: string, candidate: string, most: number): boolean {
  if (candidate.length < word.length - most) return false;
  for (let length = word.length - most; length <= word.length + most; length += 1) {
    if (length > candidate.length) break;
    const slips = distance(word, candidate.slice(0, length));
    if (slips <= most || (slips === most + 1 && isSwap(word, candidate))) return true;
  }
  return false;
}

/** Whether two letters that stand side by side changed places, which counts as one slip and not as two. */
function isSwap(word: string, candidate: string): boolean {
  for (let at = 0; at + 1 < word.length && at + 1 < candidate.length; at += 1) {
    if (word[at] === candidate[at]) continue;
    return word[at] === candidate[at + 1] && word[at + 1] === candidate[at];
  }
  return false;
}
