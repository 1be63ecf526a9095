import { isDecimalString } from '../../engine/decimal.ts';

/** What a link held when it was made: the version of the catalog, and what it came to. */
export interface Pin {
  readonly data: string;
  readonly total: string | null;
}

/** No version of the catalog is longer. */
const MOST_VERSION = 40;

/** Reads the parts of a link that pin it; each that cannot be followed is named among what is ignored. */
export function readPin(data: string | undefined, total: string | undefined, ignored: string[]): Pin | null {
  const isVersion = data !== undefined && data !== '' && data.length <= MOST_VERSION;
  if (data !== undefined && !isVersion) ignored.push(`data=${data}, which is no version of the catalog`);
  const isAmount = isDecimalString(total);
  if (total !== undefined && !isAmount) ignored.push(`total=${total}, which is not an amount`);
  if (!isVersion && isAmount) ignored.push(`total=${total}, because it does not say of which version of the catalog`);
  return isVersion ? { data, total: isAmount ? total : null } : null;
}

/** The version of the catalog and the total as parts of a link. */
export function pinParts(pin: Pin | undefined): [string, string][] {
  if (!pin) return [];
  return [['data', pin.data], ...(pin.total === null ? [] : ([['total', pin.total]] as [string, string][]))];
}
