import * as z from 'zod';
import { Printed, SourceKey, Url } from './text.ts';

/** An address that serves the model. */
export const EndpointFile = z.strictObject({
  method: z.enum(['GET', 'POST']),
  url: Url,
  name: Printed.exactOptional(),
  style: z
    .enum(['openai_chat', 'openai_responses', 'anthropic_messages', 'other'])
    .meta({ description: 'Whose request and response format it takes.' }),
  source: SourceKey,
});

/** How a request says who sends it. */
export const AuthFile = z.strictObject({
  in: z.enum(['header', 'body']),
  name: z.string().min(1).meta({ description: 'Authorization, x-api-key, or the name of a body field.' }),
  scheme: z.literal('Bearer').exactOptional(),
  env: z
    .string()
    .regex(/^[A-Z][A-Z0-9_]*$/)
    .meta({ description: 'The environment variable that samples read the key from.' }),
  example: z.string().min(1).meta({ description: 'What a key looks like, as printed.' }).exactOptional(),
  source: SourceKey,
});

const Scalar = z.union([z.string(), z.boolean()]);

/** A request parameter. Numbers are text, so that 0.70 stays 0.70. */
export const ParameterFile = z.strictObject({
  name: z.string().min(1),
  type: z.enum(['number', 'integer', 'string', 'boolean', 'array', 'object']),
  default: Scalar.exactOptional(),
  default_of: z
    .enum(['api', 'playground'])
    .meta({ description: 'Whose default it is; the API when absent.' })
    .exactOptional(),
  sample: Scalar.meta({ description: 'A value that a sample shows without calling it the default.' }).exactOptional(),
  minimum: z.string().exactOptional(),
  maximum: z.string().exactOptional(),
  values: z.array(z.string()).min(1).exactOptional(),
  meaning: Printed.meta({ description: 'What it does, in our own words.' }).exactOptional(),
  printed: Printed.meta({ description: 'The range or remark as printed.' }).exactOptional(),
  source: SourceKey,
});

/** An error that the endpoint answers with. */
export const ErrorFile = z.strictObject({
  status: z.int().min(400).max(599),
  code: z.string().min(1),
  meaning: Printed,
  printed: Printed.exactOptional(),
  retry: z.boolean().exactOptional(),
  source: SourceKey,
});

/** How streamed answers arrive. */
export const StreamingFile = z.strictObject({
  format: z.literal('server_sent_events'),
  parameter: z.string().exactOptional(),
  chunks: z
    .array(z.strictObject({ carries: Printed, field: z.string().min(1) }))
    .meta({ description: 'The kinds of chunk in their order, and the field that carries each.' })
    .exactOptional(),
  terminator: z.string().exactOptional(),
  source: SourceKey,
});
