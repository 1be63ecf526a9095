import * as z from 'zod';
import { type Field, isNumberField, type NumberField } from '../../workload/field.ts';
import { FIELDS, isOfTheWhole, KINDS } from '../../workload/fields.ts';
import type { Kind } from '../../workload/workload.ts';
import { DayText, DecimalText, OfferId, Printed } from './text.ts';

const Whole = z.union([
  z.int('expected a whole number').nonnegative('expected a number from 0 up'),
  z.string().regex(/^\d{1,16}$/, 'expected a whole number such as 1200'),
]);
const Part = z.union([z.int('expected a whole number, or a decimal in quotes').nonnegative(), DecimalText]);
const Change = z.union([
  z.int('expected a whole number, or a decimal in quotes'),
  z.string().regex(/^-?\d+(\.\d+)?$/, 'expected a percentage such as "-2.5"'),
]);

const AMOUNTS: Record<NumberField['type'], z.ZodType<string | number>> = {
  count: Whole,
  quantity: Part,
  percent: Part,
  change: Change,
};

function numberSchema({ type, label, unit, fixed }: NumberField): z.ZodType {
  const amount = AMOUNTS[type];
  const range = z.strictObject({ low: amount, expected: amount, high: amount });
  return (fixed ? amount : z.union([amount, range])).meta({ description: `${label}, in ${unit}` });
}

function fieldSchema(field: Field): z.ZodType {
  if (isNumberField(field)) return numberSchema(field);
  const { label, choices } = field;
  const schema =
    field.type === 'flag'
      ? z.boolean('expected true or false')
      : field.type === 'date'
        ? DayText
        : field.type === 'offer'
          ? OfferId
          : z.enum([...(choices ?? [])] as [string, ...string[]], `expected one of ${choices?.join(', ')}`);
  return schema.meta({ description: label });
}

const described = {
  name: Printed.exactOptional(),
  about: Printed.meta({ description: 'What the work is, in a sentence or two.' }).exactOptional(),
  reasons: z
    .record(z.string(), Printed)
    .meta({ description: 'Why an input has its number, by its key.' })
    .exactOptional(),
};

function kindSchema(kind: Kind, isPart: boolean) {
  const inputs = Object.entries(FIELDS[kind])
    .filter(([key]) => !isPart || !isOfTheWhole(kind, key))
    .map(([key, field]) => [key, field.required ? fieldSchema(field) : fieldSchema(field).exactOptional()] as const);
  return z.strictObject({ kind: z.literal(kind), ...described, ...Object.fromEntries(inputs) });
}

type KindSchema = ReturnType<typeof kindSchema>;
const single = KINDS.filter((kind) => kind !== 'mix');
const partKinds = single.map((kind) => kindSchema(kind, true)) as [KindSchema, ...KindSchema[]];

const Mix = kindSchema('mix', false).extend({
  parts: z
    .array(
      z.strictObject({
        share_percent: Part,
        offer: OfferId.meta({ description: 'An offer id; without it, the offer that is asked about.' }).exactOptional(),
        workload: z.discriminatedUnion('kind', partKinds),
      }),
    )
    .min(1),
});

/** `data/workloads/<preset>.yaml`, and any workload file: a description of work, from the table of its inputs. */
export const WorkloadFile = z.discriminatedUnion('kind', [
  ...(single.map((kind) => kindSchema(kind, false)) as [KindSchema, ...KindSchema[]]),
  Mix,
]);

export type WorkloadFile = z.output<typeof WorkloadFile>;
