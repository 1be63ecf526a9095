/** Something in a card that cannot be read: where, as `periods/0/rates/1/per`, and what was expected. */
export interface CardFault {
  readonly path: string;
  readonly message: string;
}

/** What is found while a card is looked through: faults, and the meters that its rules name. */
export interface Findings {
  readonly faults: CardFault[];
  readonly named: { readonly meter: string; readonly path: string }[];
}

export function noteFault({ faults }: Findings, path: string, value: unknown, expected: string): void {
  const found = value === undefined ? 'is missing' : `is ${JSON.stringify(value) ?? String(value)}`;
  faults.push({ path, message: `${found}; expected ${expected}` });
}
