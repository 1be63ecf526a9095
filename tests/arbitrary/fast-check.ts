import fc from 'fast-check';
import { SEED } from './draw.ts';

/** Every property draws from the stated seed, so that a change is judged by its own faults; `RATECARD_SEED` sets another. */
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: SEED });

export default fc;
