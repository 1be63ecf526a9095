import type { Block } from '../../engine/rate-card.ts';

/** Rules of price that the upstream has in its calculator's code and not in its data. */
const BLOCKS: readonly { readonly provider: string; readonly models: readonly string[]; readonly block: Block }[] = [
  { provider: 'groq', models: ['whisper-large-v3', 'whisper-large-v3-turbo'], block: { minimum: '10' } },
];

/** The block that the calculator applies to the seconds of an offer's requests. */
export function blockInCode(
  offer: { readonly provider: string; readonly model_id: string },
  meter: string,
): Block | null {
  if (!meter.endsWith('audio_seconds')) return null;
  const rule = BLOCKS.find(({ provider, models }) => provider === offer.provider && models.includes(offer.model_id));
  return rule?.block ?? null;
}
