/** What one part of a name is. */
export type Part =
  | { readonly kind: 'word'; readonly text: string }
  /** `3.1`, `4o`; `glued` where it stood right after a word, as in `qwen3`. */
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'size'; readonly text: string }
  | { readonly kind: 'quantisation'; readonly text: string };

const SIZE = /^(?:\d+x)?\d+(?:\.\d+)?[bmt]$|^[ae]\d+(?:\.\d+)?[bm]$|^\d+e$/;
const QUANTISATION = /^(?:(?:nv|mx)?fp\d+|bf16|int\d+|w\d+a\d+|\d+bit|awq|gptq|gguf|mlx|q\d)$/;

/** Reads one part of a name, between dashes: `qwen3` is a word and a number, `235b` a size, `fp8` a quantisation. */
export function readPart(part: string): Part[] {
  if (SIZE.test(part)) return [{ kind: 'size', text: part }];
  if (QUANTISATION.test(part)) return [{ kind: 'quantisation', text: part }];
  const version = /^v(\d.*)/.exec(part)?.[1];
  if (version !== undefined) return [{ kind: 'number', text: version }];
  const [, letters, number] = /^([a-z]+)\.?(\d[\d.]*[a-z]*)$/.exec(part) ?? [];
  if (letters !== undefined && number !== undefined) return [{ kind: 'word', text: letters }, ...readPart(number)];
  return [{ kind: /^\d/.test(part) ? 'number' : 'word', text: part }];
}

/** Puts numbers side by side together: 3 and 1 are 3.1. A number with letters, such as 4o, stands alone. */
export function joinNumbers(parts: readonly Part[]): Part[] {
  const joined: Part[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    const whole = part.kind === 'number' && /^\d{1,2}[a-jl-z]?$/.test(part.text);
    if (whole && last?.kind === 'number' && /^[\d.]+$/.test(last.text)) {
      joined[joined.length - 1] = { kind: 'number', text: `${last.text}.${part.text}` };
    } else joined.push(part);
  }
  return joined;
}
