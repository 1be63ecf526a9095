/** Names by id, those that several ids share with the id behind: `Sonar (perplexity/sonar)`. */
export function distinctNames(names: Iterable<readonly [id: string, name: string]>): (id: string) => string {
  const own = new Map(names);
  const counts = new Map<string, number>();
  for (const name of own.values()) counts.set(name, (counts.get(name) ?? 0) + 1);
  return (id) => {
    const name = own.get(id) ?? id;
    return (counts.get(name) ?? 0) > 1 ? `${name} (${id})` : name;
  };
}
