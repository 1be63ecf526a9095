import type { Block } from '../../engine/rate-card.ts';

/** Rules of price that the upstream has in its calculator's code and not in its data. */
const RULES: readonly {
  readonly provider: string;
  readonly models: readonly string[];
  /** The meter that the block is of, and the part of it that the calculator counts with it. */
  readonly meter: string;
  readonly part: string;
  readonly block: Block;
}[] = [
  {
    provider: 'groq',
    models: ['whisper-large-v3', 'whisper-large-v3-turbo'],
    meter: 'audio_seconds',
    part: 'input_audio_seconds',
    block: { minimum: '10' },
  },
];

/** The rule that the calculator has for an offer, if any. */
export function ruleInCode(offer: {
  readonly provider: string;
  readonly model_id: string;
}): (typeof RULES)[number] | null {
  return RULES.find(({ provider, models }) => provider === offer.provider && models.includes(offer.model_id)) ?? null;
}
