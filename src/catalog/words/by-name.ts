/** Compares names as people look them up: whatever their case, numbers by their size. `GPT-4` stands before `gpt-10`. */
export const compareNames: (a: string, b: string) => number = new Intl.Collator('en', { numeric: true }).compare;

/** Orders things by their names. */
export const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  compareNames(a.name, b.name);
