/** A file of the site's. Throws with its address where it cannot be had. */
export async function fetchJson<T>(address: string): Promise<T> {
  const response = await fetch(address, { credentials: 'omit' });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return (await response.json()) as T;
}
