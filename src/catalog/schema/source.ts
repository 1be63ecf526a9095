import * as z from 'zod';
import { DateText, Printed, SourceKey, Url } from './text.ts';

/** Where facts come from: the address, when it was read, and the words that it printed. */
export const SourceFile = z.strictObject({
  url: Url,
  retrieved: DateText.meta({ description: 'When it was read for the catalog.' }),
  as_of: DateText.meta({ description: 'The date that the page itself gives for what it says.' }).exactOptional(),
  title: Printed.exactOptional(),
  quotes: z.array(Printed).meta({ description: 'The words as printed that the facts rest on.' }).exactOptional(),
  note: Printed.meta({ description: 'What a reader should know about this source.' }).exactOptional(),
});

export const Sources = z.record(SourceKey, SourceFile);

export type CatalogSource = z.output<typeof SourceFile>;
