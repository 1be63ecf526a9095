import type { Decimal } from '../../engine/decimal.ts';
import { calls } from '../failed-calls.ts';
import { amountOf, type Point } from '../point.ts';
import { term, termTokens, type WorkGroup, workGroup } from '../work-group.ts';

/** The time within which providers answer a batch, in hours. */
export const BATCH_HOURS = 24;

/** One request for each document, at the batch price where a day may pass until the answer. */
export function batchGroups(point: Point, documents: Decimal): WorkGroup[] {
  const terms = [
    ...term('instructions', amountOf(point, 'instruction_tokens')),
    ...term('document', amountOf(point, 'document_tokens')),
  ];
  const usage = [
    ['input_tokens', termTokens(terms)],
    ['output_tokens', amountOf(point, 'output_tokens')],
  ] as const;
  const waits = amountOf(point, 'deadline_hours').gte(BATCH_HOURS);
  return calls(workGroup('document', documents, usage, { terms, waits }), point);
}
