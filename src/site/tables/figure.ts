/** A figure cut at its decimal point, with the room that its column keeps for the digits after it. */
export interface Figure {
  readonly whole: string;
  /** The point and what follows; empty for a whole number. */
  readonly fraction: string;
  readonly places: number;
}

/** The most digits after the point that a column is set with. */
const MOST_PLACES = 12;

/** How many digits follow the point of a written figure: 4 in `$18.4275`. */
export function placesOf(text: string): number {
  return /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
}

/** The room for decimals that lets all of a column's figures stand under one another. */
export function columnPlaces(texts: readonly string[]): number {
  return Math.min(MOST_PLACES, Math.max(0, ...texts.map(placesOf)));
}

/** `$18.4275` as `$18` and `.4275`. */
export function figure(text: string, places: number): Figure {
  const point = text.indexOf('.');
  if (point < 0) return { whole: text, fraction: '', places };
  return { whole: text.slice(0, point), fraction: text.slice(point), places };
}
