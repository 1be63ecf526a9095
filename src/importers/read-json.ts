import { readFileSync } from 'node:fs';
import { repeatedKeys } from './repeated-keys.ts';
import { UpstreamError } from './translation.ts';

/** Reads JSON from a file or an http address. What is cut, empty or something else ends with words that say so. */
export async function readJson(from: string): Promise<unknown> {
  const text = /^https?:\/\//.test(from) ? await download(from) : readText(from);
  if (text.trim() === '') throw new UpstreamError(`${from} is empty; expected JSON`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const start = text.trimStart();
    if (/^[[{]/.test(start)) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new UpstreamError(`${from} is JSON that is cut or broken (${reason}); fetch it again`);
    }
    throw new UpstreamError(`${from} is not JSON: it begins with "${start.slice(0, 40)}"`);
  }
  const repeated = repeatedKeys(text);
  if (repeated.length === 0) return value;
  const shown = `${repeated.slice(0, 5).join(', ')}${repeated.length > 5 ? ' ...' : ''}`;
  throw new UpstreamError(`${from} gives a key twice, and only one would be read: ${shown}; take one of them out`);
}

async function download(address: string): Promise<string> {
  let answer: Response;
  try {
    answer = await fetch(address, { signal: AbortSignal.timeout(60_000) });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UpstreamError(`${address} cannot be fetched (${reason})`);
  }
  if (!answer.ok) throw new UpstreamError(`${address} answers ${answer.status}; expected 200`);
  let bytes: ArrayBuffer;
  try {
    bytes = await answer.arrayBuffer();
  } catch {
    throw new UpstreamError(`${address} was cut while it was being read; fetch it again`);
  }
  return textOf(bytes, address);
}

function readText(path: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new UpstreamError(`cannot read ${path} (${reason})`);
  }
  return textOf(bytes, path);
}

/** Text whose bytes are all letters: a replaced one could be of an id. */
function textOf(bytes: ArrayBuffer | Uint8Array, from: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UpstreamError(`${from} is not in UTF-8`);
  }
}
