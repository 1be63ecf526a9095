import type { Decimal } from '../../engine/decimal.ts';
import { calls } from '../failed-calls.ts';
import { amountOf, type Point, stated } from '../point.ts';
import { term, termTokens, type WorkGroup, workGroup } from '../work-group.ts';

/** One request for each document; its images count as images, pages or tokens, whichever the card prices. */
export function visionGroups(point: Point, documents: Decimal): WorkGroup[] {
  const terms = term('instructions', amountOf(point, 'prompt_tokens'));
  const images = amountOf(point, 'images');
  const each = stated(point, 'image_tokens');
  const tokens = each?.times(images);
  const either = [
    ...(['input_images', 'input_document_pages'] as const).map((meter) => new Map([[meter as string, images]])),
    ...(tokens
      ? [
          new Map([
            ['input_tokens', tokens],
            ['input_image_tokens', tokens],
          ]),
        ]
      : []),
  ];
  const usage = [
    ['input_tokens', termTokens(terms)],
    ['output_tokens', amountOf(point, 'output_tokens')],
  ] as const;
  return calls(workGroup('document', documents, usage, { terms, either, takes: 'image' }), point);
}
