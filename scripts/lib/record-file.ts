import { closeSync, openSync, writeSync } from 'node:fs';

const TEXT = 'The quick brown fox jumps over the lazy dog. '.repeat(5);

/** One answer of a chat API as a line of a log, some 750 characters long. */
export function recordLine(index: number, model: string): string {
  const input = 1000 + (index % 7919);
  const output = 100 + (index % 613);
  return JSON.stringify({
    id: `chatcmpl-${index.toString(36)}`,
    object: 'chat.completion',
    created: 1_794_947_200 + (index % 86_400),
    model,
    choices: [{ index: 0, message: { role: 'assistant', content: TEXT, refusal: null }, finish_reason: 'stop' }],
    usage: {
      prompt_tokens: input,
      completion_tokens: output,
      total_tokens: input + output,
      prompt_tokens_details: { cached_tokens: index % 1000, audio_tokens: 0 },
      completion_tokens_details: {
        reasoning_tokens: output % 50,
        audio_tokens: 0,
        accepted_prediction_tokens: 0,
        rejected_prediction_tokens: 0,
      },
    },
    service_tier: 'default',
    system_fingerprint: null,
  });
}

/** Writes a log of so many answers. */
export function writeRecords(path: string, records: number, model: string): void {
  const file = openSync(path, 'w');
  let text = '';
  for (let index = 0; index < records; index += 1) {
    text += `${recordLine(index, model)}\n`;
    if (text.length < 1_000_000 && index < records - 1) continue;
    writeSync(file, text);
    text = '';
  }
  closeSync(file);
}
