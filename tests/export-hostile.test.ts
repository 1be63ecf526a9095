import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { compare, type Offer } from '../src/engine/index.ts';
import {
  billCsv,
  billFocusCsv,
  billMarkdown,
  catalogCsv,
  catalogFocusCsv,
  catalogMarkdown,
  comparisonCsv,
  comparisonMarkdown,
} from '../src/export/index.ts';
import { billOf, catalogWith, GROUPS, offerIn, smallCatalog } from './export-fixture.ts';

const NAMES = [
  '<script>alert(1)</script>',
  '[click](javascript:alert(1))',
  '![x](https://evil.example/x.png)',
  'a | b | c',
  'line one\nline two\r\n# heading',
  '=HYPERLINK("https://evil.example")',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  '\tTab first',
  "'); DROP TABLE offers; --",
  '`code` **bold** _loose_ ~~gone~~ \\| &lt;b&gt;',
];

/** The fixture with a hostile name for an offer, a rate and a fee. */
function hostile(name: string) {
  const text = JSON.stringify(name);
  const named = catalogWith('offers/acme/small.yaml', 'name: Acme Small', `name: ${text}`);
  const labelled = catalogWith('offers/acme/small.yaml', 'label: Web Search', `label: ${text}`);
  const fee = catalogWith('offers/acme/small.yaml', 'label: Platform fee', `label: ${text}`);
  return [named, labelled, fee].map((catalog) => ({ catalog, offer: offerIn(catalog, 'acme/small') }));
}

const at = '2026-11-20';

/** Rows of a CSV as a reader sees them; a row of another length than the header is an error. */
function read(text: string): Record<string, string>[] {
  const { data, errors } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  expect(errors).toEqual([]);
  return data;
}

/** A text as it stands in a cell: behind an apostrophe where a spreadsheet would compute it. */
const inCell = (text: string): string => (/^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text);

/** Cells of a row of a Markdown table, cut at the pipes that are not escaped. */
const cellsOf = (line: string): string[] => line.split(/(?<!\\)\|/);

/** What of a Markdown text would be markup though it comes from data. */
function leaks(markdown: string): string[] {
  const lines = markdown.split('\n');
  const tables = lines.flatMap((line, index) => (line.startsWith('| ---') ? [index] : []));
  const ragged = tables.flatMap((rule) => {
    const width = cellsOf(lines[rule] ?? '').length;
    const body = lines.slice(rule - 1);
    const end = body.findIndex((line) => !line.startsWith('|'));
    return body.slice(0, end < 0 ? undefined : end).filter((line) => cellsOf(line).length !== width);
  });
  const text = markdown
    .replace(/\]\(<https?:[^<>\s]*>\)/g, ']')
    .replace(/\\[\\`*[\]|~_]/g, '')
    .replace(/^\| \*\*Total\*\* \| \*\*[^*]*\*\* \|$/gm, '');
  const tags = /<[a-z/!]|\*\*|~~|\]\(|!\[/i.exec(text) ?? [];
  const headings = lines.filter((line) => line === '# heading' || line.startsWith('line two'));
  return [...ragged, ...tags, ...headings];
}

describe.each(NAMES)('the name %j', (name) => {
  test('stays one field of a CSV', () => {
    for (const { catalog, offer } of hostile(name)) {
      const bill = billOf(offer, GROUPS, { at });
      const rows = read(billCsv(bill));
      const charges = [...bill.lines, ...bill.fees];
      expect(rows.slice(0, charges.length).map(({ label }) => label)).toEqual(
        charges.map(({ label }) => inCell(label)),
      );
      const amounts = rows.slice(0, charges.length).map((row) => row['amount (USD)']);
      expect(amounts).toEqual(charges.map(({ amount }) => amount));
      read(comparisonCsv(compare([offer], GROUPS, { at })));
      read(catalogCsv(catalog));
      read(billFocusCsv(bill, { offer, catalogVersion: '1' }));
      expect(read(catalogFocusCsv(catalog)).map((row) => row['PricingServiceName'])).toContain(inCell(offer.name));
    }
  });

  test('is text in Markdown', () => {
    for (const { catalog, offer } of hostile(name)) {
      expect(leaks(billMarkdown(billOf(offer, GROUPS, { at })))).toEqual([]);
      expect(leaks(catalogMarkdown(catalog))).toEqual([]);
    }
    const odd: Offer = { ...offerIn(smallCatalog(), 'acme/small'), id: name, model: name, currency: name };
    expect(leaks(comparisonMarkdown(compare([odd], GROUPS, { at })))).toEqual([]);
    expect(leaks(billMarkdown(billOf(odd, GROUPS, { at })))).toEqual([]);
  });
});

describe('a hostile address', () => {
  test.each(['javascript:alert(1)', 'https://evil.example/>x | y"\n](z)'])(
    '%j makes no link that leaves its place',
    (url) => {
      const offer = offerIn(smallCatalog(), 'acme/small');
      const odd: Offer = { ...offer, sources: { ...offer.sources, page: { url, retrieved: '2026-11-20' } } };
      const markdown = billMarkdown(billOf(odd, GROUPS, { at }));
      expect(leaks(markdown)).toEqual([]);
      expect(markdown).not.toContain('javascript:');
    },
  );
});

describe('the checks of this file', () => {
  test.each(['| --- | --- |\n| a | b | c |', 'x <b>', '**bold**', '![x](y)', '[x](javascript:y)', 'a\n# heading'])(
    'see %j',
    (text) => expect(leaks(text)).not.toEqual([]),
  );

  test('a negative amount is a number, not a formula', () => {
    const rows = read(billCsv(billOf(offerIn(smallCatalog(), 'acme/small'), GROUPS, { at })));
    expect(rows.find(({ label }) => label === 'Welcome')?.['amount (USD)']).toBe('-0.25');
  });
});
