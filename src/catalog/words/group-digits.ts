/** Digits with the thousands set apart: `groupDigits("1234567.8")` is `"1,234,567.8"`. */
export function groupDigits(decimal: string): string {
  const [whole = '', part] = decimal.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return part === undefined ? grouped : `${grouped}.${part}`;
}
