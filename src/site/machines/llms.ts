import type { Catalog } from '../../catalog/catalog.ts';
import { dateWords } from '../../catalog/words/date.ts';
import { countWords } from '../../catalog/words/list.ts';
import { document, heading } from '../../export/markdown.ts';
import { pageHref } from '../links.ts';
import { siteLink } from '../twins/site-link.ts';

/** What the site is and where its plain texts are, for language models that read it. */
export function llmsText(catalog: Catalog, asOf: string): string {
  const item = (words: string, path: string, about: string): string => `- ${siteLink(words, pageHref(path))}: ${about}`;
  const { offers, models, providers } = catalog;
  return document([
    heading(1, 'Ratecard'),
    '> The open rate card of AI APIs: what every provider charges, exact, with the source of every number.',
    `${countWords(offers.size, 'offer')} of ${countWords(models.size, 'model')} by ${countWords(providers.size, 'provider')}, checked up to ${dateWords(asOf)}. Prices are exact decimals. What is not known is said to be not known; it is never zero. A price holds on the date that stands beside it.`,
    'Each page of a model or a provider has a Markdown twin: put `.md` in place of the closing slash.',
    heading(2, 'Lists'),
    [
      item('Models', '/models/index.md', 'every model with its maker and number of offers'),
      item('Providers', '/providers/index.md', 'every provider with what it is and what it sells'),
    ].join('\n'),
    heading(2, 'Data'),
    [
      item('API', '/api/v1/openapi.json', 'OpenAPI 3.1 description of the static JSON files'),
      item('Index', '/api/v1/index.json', 'the id and name of every offer, model and provider'),
      item('Meters', '/api/v1/meters.json', 'what can be counted, and which count contains which'),
    ].join('\n'),
    heading(2, 'How to read it'),
    [
      item('How a bill is computed', '/methodology/', 'every rule, with a worked example'),
      item('About the data', '/about-the-data/', 'counts, ages, what is checked'),
      item('Disagreements', '/disagreements/', 'where sources of one offer differ, and why'),
      item('Price changes', '/changes/', 'the days on which known rate cards changed'),
    ].join('\n'),
  ]);
}
