/** The deepest nesting of brackets, indentation or `- ` and `? `, read off the text before any parser descends into it. */
export function nestingOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const char of text) {
    if (char === '[' || char === '{') deepest = Math.max(deepest, ++depth);
    else if (char === ']' || char === '}') depth = Math.max(0, depth - 1);
  }
  for (const line of text.split('\n')) {
    const inner = line.trimStart();
    const marks = [...inner.matchAll(/[-?:]\s+/gy)].length;
    deepest = Math.max(deepest, Math.floor((line.length - inner.length) / 2), marks);
  }
  return deepest;
}
