/** The public face of `ratecard`: pricing usage and work on offers, without the catalog. */
export * from '../engine/index.ts';
export * from './index.ts';
