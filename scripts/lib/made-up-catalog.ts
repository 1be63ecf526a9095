import { readFileSync } from 'node:fs';
import type { DataText } from '../../src/catalog/data-file.ts';

/** The files of a catalog of made-up offers, the same for the same number: every shape of card that the table meets. */
export function madeUpCatalog(offers: number): DataText[] {
  const draw = drawing(offers);
  const texts: DataText[] = [{ path: 'meters.yaml', text: readFileSync('data/meters.yaml', 'utf8') }];
  const taken = new Set<string>();
  const put = (path: string, value: unknown): void => {
    taken.add(path);
    texts.push({ path, text: JSON.stringify(value) });
  };
  const providers = Array.from({ length: Math.max(12, Math.round(offers / 43)) }, (_, at) => `${word(draw)}-${at}`);
  const models = Array.from({ length: Math.max(3, Math.round(offers / 4.3)) }, (_, at) => {
    const lab = `lab-${word(draw).slice(0, 4)}${at % Math.max(2, Math.round(offers / 90))}`;
    const family = `${word(draw)} ${1 + draw(9)}.${draw(10)}`;
    return {
      id: `${lab}/${family.toLowerCase().replaceAll(' ', '-')}-${at}`,
      lab,
      name: `${capital(family)} ${SIZES[draw(SIZES.length)]}`,
    };
  });
  const retrieved = '2026-11-20';
  const sources = { page: { url: 'https://example.com/prices', retrieved } };
  for (const [at, id] of providers.entries()) {
    const funding = at < FUNDING.length ? FUNDING[at] : FUNDING[at % 9];
    put(`providers/${id}.yaml`, {
      name: at % 50 === 7 ? `<b>${capital(id)}</b> & "Sons"` : capital(id.replaceAll('-', ' ')),
      kind: KINDS[draw(KINDS.length)],
      home: 'https://example.com',
      currency: at % 60 === 11 ? 'EUR' : 'USD',
      ...(funding ? { funding: [{ method: 'card', ...funding, source: 'page' }] } : {}),
      sources,
    });
  }
  for (const [at, { id, lab, name }] of models.entries()) {
    put(`models/${id}.yaml`, {
      name: at % 200 === 9 ? `<img src=x onerror=alert(1)> ${name}` : name,
      lab_name: capital(lab),
      ...(draw(3) > 0 ? { weights: { open: draw(2) === 0, source: 'page' } } : {}),
      sources,
    });
  }
  for (let at = 0; at < offers; at += 1) {
    const provider = providers[at % providers.length] ?? '';
    const model = models[(at * 7 + Math.floor(at / providers.length)) % models.length] ?? { id: '', name: '' };
    const slug = `${model.id.slice(model.id.indexOf('/') + 1)}${draw(6) === 0 ? `-${word(draw)}` : ''}`;
    const path = `offers/${provider}/${slug}.yaml`;
    if (taken.has(path)) continue;
    put(path, {
      model: model.id,
      model_id: draw(3) === 0 ? `${provider}/${slug}` : slug,
      name: model.name,
      ...(draw(5) > 0 ? { context_window: { tokens: CONTEXTS[draw(CONTEXTS.length)], source: 'page' } } : {}),
      ...(draw(3) > 0 ? { max_output: { tokens: 4096 * (1 + draw(16)), source: 'page' } } : {}),
      ...(draw(2) > 0
        ? { modalities: { input: draw(2) ? ['text', 'image'] : ['text'], output: ['text'], source: 'page' } }
        : {}),
      capabilities: Object.fromEntries(
        CAPABILITIES.filter(() => draw(3) === 0).map((can) => [can, { stated: draw(5) > 0, source: 'page' }]),
      ),
      checked: `2026-${String(3 + draw(9)).padStart(2, '0')}-${String(1 + draw(20)).padStart(2, '0')}`,
      periods: [period(at, draw)],
      sources,
    });
  }
  return texts;
}

type Draw = (below: number) => number;

/** Whole numbers below a bound, the same sequence for the same seed. */
function drawing(seed: number): Draw {
  let state = seed + 1;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const SYLLABLES = [
  'mi',
  'stra',
  'lla',
  'ma',
  'ge',
  'mi',
  'ni',
  'que',
  'wen',
  'de',
  'ep',
  'see',
  'k',
  'phi',
  'com',
  'mand',
  'no',
  'va',
];
const SIZES = ['Mini', 'Small', 'Medium', 'Large', '8B', '70B', '405B', 'Flash', 'Pro'];
const KINDS = ['lab', 'cloud', 'host', 'gateway', 'listing'];
const CAPABILITIES = [
  'vision',
  'tool_calling',
  'json_mode',
  'structured_output',
  'streaming',
  'reasoning',
  'web_search',
];
const CONTEXTS = [8192, 32768, 65536, 128000, 131072, 200000, 262144, 1000000, 1048576];
const FUNDING = [
  null,
  null,
  { fee: { percent: '5.5', minimum: '0.80', charged: 'on_top' }, purchase: { minimum: '5', maximum: '25000' } },
  null,
  { fee: { percent: '5', charged: 'unstated' } },
  null,
  null,
  { fee: { percent: '2.9', fixed: '0.30', charged: 'on_top' }, purchase: { minimum: '10' } },
  null,
  { fee: { percent: '4', charged: 'inside', base: 'gross' } },
  null,
  { fee: { percent: '3', minimum: '0.5', charged: 'on_top' }, purchase: { minimum: '3', maximum: '100' } },
];

function word(draw: Draw): string {
  return Array.from({ length: 2 + draw(3) }, () => SYLLABLES[draw(SYLLABLES.length)]).join('');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A price of two or three significant digits with up to four places. */
function price(draw: Draw): string {
  const size = 10 ** draw(4);
  return String((1 + draw(draw(4) === 0 ? 999 : 99)) * size)
    .padStart(5, '0')
    .replace(/(\d{4})$/, '.$1')
    .replace(/\.?0+$/, '');
}

function period(at: number, draw: Draw) {
  const rate = (meter: string, more: object = {}) => ({
    meter,
    price: price(draw),
    per: 1_000_000,
    source: 'page',
    ...more,
  });
  const whole = (meter: string) => ({ meter, price: `0.0${1 + draw(99)}`, per: draw(2) ? 1 : 1000, source: 'page' });
  const cliff = {
    tiers: {
      kind: 'cliff',
      subject: 'input_tokens',
      boundary: draw(2) ? 'inclusive' : 'exclusive',
      steps: [{ over: '200000', price: price(draw) }],
    },
  };
  const plain = [rate('input_tokens'), rate('output_tokens')];
  const usual = draw(2) ? plain : [...plain, rate('cache_read_tokens')];
  const open = { from: null, until: null };
  switch (at % 40) {
    case 1:
      return {
        ...open,
        rates: [
          whole('messages'),
          { meter: 'input_tokens', state: 'included', source: 'page' },
          { meter: 'output_tokens', state: 'included', source: 'page' },
        ],
      };
    case 2:
    case 3:
    case 4:
      return { ...open, rates: [rate('input_tokens', cliff), rate('output_tokens', cliff), rate('cache_read_tokens')] };
    case 5:
    case 6:
      return { ...open, rates: [...usual, rate('input_tokens', { when: { service_tier: 'batch' } })] };
    case 7:
    case 8:
    case 9:
      return { ...open, rates: [...usual, whole('web_searches')] };
    case 10:
      return { ...open, rates: [...usual, { meter: 'web_searches', state: 'unpublished', source: 'page' }] };
    case 11:
      return {
        ...open,
        rates: [rate('input_tokens'), { meter: 'output_tokens', state: 'unpublished', source: 'page' }],
      };
    case 12:
      return { ...open, rates: [rate('input_tokens')] };
    case 13:
      return { ...open, rates: [...usual, whole('requests')] };
    case 14:
      return { from: null, until: '2026-01-31', rates: usual };
    case 15:
      return draw(4) === 0
        ? { ...open, rates: [rate('input_tokens', { block: { size: '1000' } }), rate('output_tokens')] }
        : { ...open, rates: usual };
    case 16:
      return draw(4) === 0
        ? {
            ...open,
            rates: usual,
            allowances: [
              { label: 'Free', meters: ['input_tokens'], quantity: '1000000', span: 'month', source: 'page' },
            ],
          }
        : { ...open, rates: usual };
    case 17:
      return {
        ...open,
        rates: usual,
        multipliers: [{ label: 'Own key', factor: '0', when: { upstream_key: 'own' }, source: 'page' }],
      };
    case 18:
      return draw(4) === 0
        ? { ...open, rates: plain.map((one) => ({ ...one, per: 3_000_000 })) }
        : { ...open, rates: usual };
    case 19:
      return { ...open, rates: plain.map((one) => ({ ...one, price: draw(3) ? '0' : one.price })) };
    case 20:
      return draw(4) === 0
        ? {
            ...open,
            rates: [
              rate('input_tokens', {
                tiers: { kind: 'graduated', span: 'month', steps: [{ over: '1000000', price: '0.01' }] },
              }),
              rate('output_tokens'),
            ],
          }
        : { ...open, rates: usual };
    default:
      return { ...open, rates: usual };
  }
}
