import type { CatalogSource } from '../../catalog/schema/source.ts';
import type { Fact } from '../../catalog/words/offer-facts.ts';
import type { RateRow } from '../../catalog/words/rate-rows.ts';

/** What may be wrong on an offer's page, with everything that a report of it needs. */
export interface Report {
  /** What it is about, as the page shows it: `Input tokens, per 1M input tokens: $0.35`. */
  readonly about: string;
  readonly title: string;
  /** Offer, field, value and source, and a line for what it should be. */
  readonly text: string;
}

type Sources = Readonly<Record<string, Pick<CatalogSource, 'url' | 'retrieved'>>>;

/** A report for every rate and every fact that an offer's page shows. */
export function reportsOf(offer: string, rows: readonly RateRow[], facts: readonly Fact[], sources: Sources): Report[] {
  const report = (name: string, field: string, value: string, source: string): Report => ({
    about: `${name}: ${value}`,
    title: `Wrong value in ${offer}: ${name}`,
    text: [
      `Offer:  ${offer}`,
      `Field:  ${field}`,
      `Value:  ${value}`,
      `Source: ${sourceWords(sources[source])}`,
      'Should be: (the right value, and where it stands)',
    ].join('\n'),
  });
  return [
    ...rows.map(({ type, spec, rate, path, source }) => {
      const name = [type, spec].filter(Boolean).join(', ');
      return report(name, `${path} (${name})`, rate, source);
    }),
    ...facts.map(({ label, value, source }) => report(label, label, value, source)),
  ];
}

function sourceWords(source: Sources[string] | undefined): string {
  return source ? `${source.url}, read on ${source.retrieved}` : '(address)';
}

/** The address of a form for a new issue, filled in, at a repository's address. */
export function issueHref(repository: string, { title, text }: Report): string {
  return `${repository.replace(/\/$/, '')}/issues/new?${new URLSearchParams({ title, body: text })}`;
}
