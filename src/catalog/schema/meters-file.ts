import * as z from 'zod';
import type { Meter } from '../../engine/meter.ts';
import { MeterId } from './rate.ts';
import { DecimalText } from './text.ts';

const MeterEntry = z.strictObject({
  id: MeterId,
  one: z.string().min(1),
  many: z.string().min(1),
  within: z.array(MeterId).min(1).exactOptional(),
  implied: DecimalText.exactOptional(),
}) satisfies z.ZodType<Meter>;

/** `data/meters.yaml`: what can be counted, and which count contains which. */
export const MetersFile = z.strictObject({ meters: z.array(MeterEntry).min(1) });
