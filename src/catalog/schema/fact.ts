import * as z from 'zod';
import { DateText, MonthText, Printed, SourceKey } from './text.ts';

/** A number of tokens, with the words that gave it: `{tokens: 128000, printed: "128K tokens"}`. */
export const TokenCount = z.strictObject({
  tokens: z.int('expected a whole number of tokens').positive(),
  printed: Printed.exactOptional(),
  reading: Printed.meta({ description: 'Why the number is read so, where the words leave it open.' }).exactOptional(),
  source: SourceKey,
});

/** A date with the words that gave it. */
export const DatedFact = z.strictObject({ date: DateText, printed: Printed.exactOptional(), source: SourceKey });

/** A date of which the words may give no more than the month. */
export const MonthFact = z.strictObject({ date: MonthText, printed: Printed.exactOptional(), source: SourceKey });

/** A yes or no that a page states, with its words. */
export const StatedFact = z.strictObject({ stated: z.boolean(), printed: Printed.exactOptional(), source: SourceKey });

export const MODALITIES = ['text', 'image', 'audio', 'video', 'file', 'embedding'] as const;

export const Modalities = z.strictObject({
  input: z.array(z.enum(MODALITIES)).min(1),
  output: z.array(z.enum(MODALITIES)).min(1),
  source: SourceKey,
});

/** What an endpoint can do; absent means that nobody says. */
export const CAPABILITIES = [
  'vision',
  'tool_calling',
  'parallel_tool_calls',
  'json_mode',
  'structured_output',
  'streaming',
  'reasoning',
  'system_prompt',
  'web_search',
  'prompt_caching',
  'multi_turn',
  'fine_tuning',
  'batch',
] as const;
export type Capability = (typeof CAPABILITIES)[number];

export const Capabilities = z.partialRecord(z.enum(CAPABILITIES), StatedFact);

/** Whether a model's weights can be downloaded, as a page states it. */
export const Weights = z.strictObject({
  open: z.boolean(),
  licence: Printed.exactOptional(),
  printed: Printed.exactOptional(),
  source: SourceKey,
});
