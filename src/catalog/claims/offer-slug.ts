/** A part of an offer's id from the id that an API takes: `@cf/meta/llama-3.1-8b` is `cf-meta-llama-3.1-8b`. */
export function offerSlug(modelId: string): string {
  const slug = modelId
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[^a-z0-9]+|[-.]+$/g, '');
  return slug === '' ? 'unnamed' : slug.slice(0, 120);
}

/** Gives each id of one provider a slug of its own; ids that would share one get a number, in their order. */
export function offerSlugs(modelIds: readonly string[], taken: ReadonlySet<string>): Map<string, string> {
  const used = new Set(taken);
  const slugs = new Map<string, string>();
  for (const modelId of [...modelIds].sort()) {
    const plain = offerSlug(modelId);
    let slug = plain;
    for (let count = 2; used.has(slug); count += 1) slug = `${plain}-${count}`;
    used.add(slug);
    slugs.set(modelId, slug);
  }
  return slugs;
}
