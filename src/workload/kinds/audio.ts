import type { Decimal } from '../../engine/decimal.ts';
import { calls } from '../failed-calls.ts';
import { amountOf, type Point, stated } from '../point.ts';
import { term, termTokens, type WorkGroup, workGroup } from '../work-group.ts';

/** One request for each recording; its sound counts as seconds or tokens, whichever the card prices. */
export function audioGroups(point: Point, recordings: Decimal): WorkGroup[] {
  const terms = term('instructions', amountOf(point, 'prompt_tokens'));
  const seconds = amountOf(point, 'seconds');
  const tokens = stated(point, 'tokens_per_second')?.times(seconds);
  const either = [
    ...(['input_audio_seconds', 'audio_seconds'] as const).map((meter) => new Map([[meter as string, seconds]])),
    ...(tokens
      ? [
          new Map([
            ['input_tokens', tokens],
            ['input_audio_tokens', tokens],
          ]),
        ]
      : []),
  ];
  const usage = [
    ['input_tokens', termTokens(terms)],
    ['output_tokens', amountOf(point, 'output_tokens')],
  ] as const;
  return calls(workGroup('recording', recordings, usage, { terms, either, takes: 'audio' }), point);
}
