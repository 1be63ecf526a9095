/** Removes and lowers choices while a failure stays. */
export function shrink(choices: readonly number[], fails: (choices: readonly number[]) => boolean): number[] {
  let best = [...choices];
  const attempt = (candidate: number[]): boolean => {
    if (!fails(candidate)) return false;
    best = candidate;
    return true;
  };
  for (let before = ''; before !== best.join(); ) {
    before = best.join();
    for (let size = Math.max(1, best.length >> 1); size >= 1; size >>= 1) {
      for (let at = best.length - size; at >= 0; at -= size) attempt(best.toSpliced(at, size));
    }
    for (let at = 0; at < best.length; at += 1) {
      for (const value of [0, 1, (best[at] ?? 0) >> 1, (best[at] ?? 0) - 1]) {
        if (value >= 0 && value < (best[at] ?? 0) && attempt(best.with(at, value))) break;
      }
    }
  }
  return best;
}
