import { eachPair } from './pairs.ts';

/** A longest answer that is the whole context window of the offer that gives it. */
export const contextAsOutput = eachPair((a, b) =>
  a.field.id === 'max_output' && a.context === a.value
    ? { kind: 'context_as_output', values: [a.value, b.value], args: { value: a.shown, speaker: a.speaker.name } }
    : null,
);
