/** Where a record stands; lines count from 1. */
export interface Where {
  readonly file: string;
  readonly line: number;
}
