import { STANDARD_METERS } from '../../engine/standard-meters.ts';
import type { Adapter } from '../adapter.ts';
import type { Count } from '../declared-counts.ts';
import type { Path } from '../path.ts';

/** Meters that a table may name; any other goes through a mapping. */
const METERS = [
  'input_tokens',
  'output_tokens',
  'cache_read_tokens',
  'cache_write_tokens',
  'cache_write_5m_tokens',
  'cache_write_1h_tokens',
  'output_reasoning_tokens',
  'input_audio_tokens',
  'output_audio_tokens',
  'web_searches',
  'messages',
  'images',
];

/** A meter's count in one column, within what contains it. */
export function plainCount(meter: string, among: readonly string[], from: Path): Count {
  const whole = STANDARD_METERS.get(meter)?.ancestors.find((id) => among.includes(id));
  return { meter, from: [from], ...(whole === undefined ? {} : { part: { of: whole, relation: 'inside' } }) };
}

/** Rows with a model, a date and counts under the names of meters, wholes holding their parts. */
export const plain: Adapter = {
  format: 'plain',
  title: 'rows with meters as columns',
  version: '1',
  provider: { from: ['provider'] },
  shape: {
    has: ['model'],
    any: ['input_tokens', 'output_tokens', 'messages'].map((name) => [name]),
    lacks: ['usage', 'object'],
  },
  loose: {},
  model: [['model']],
  at: [['at'], ['timestamp'], ['date'], ['created_at']],
  counts: METERS.map((meter) => plainCount(meter, METERS, [meter])),
  money: { from: [['cost']], scale: '1', currency: { from: ['currency'], otherwise: 'USD' }, kind: 'estimated' },
  total: { from: [['total_tokens']], of: ['input_tokens', 'output_tokens'] },
  known: [{ in: '', keys: [], ends: ['_tokens', '_requests', '_searches', '_characters'] }],
  fields: { project: [['project']], user: [['user']], key: [['key']], id: [['id']] },
};
