import type { PriceAnswer } from '../../record-pricing/answer.ts';
import { mapText, type RecordMap } from '../../record-pricing/record-map.ts';
import { unmatchedName } from '../../record-pricing/words.ts';
import { type OfferPicker, offerPicker } from '../calculator/offer-picker.ts';
import type { OfferShelf } from '../calculator/offer-shelf.ts';
import type { Part } from '../markup/parts-of.ts';
import { toDom } from '../markup/to-dom.ts';
import { mapTable } from './map-table.ts';
import { readMapFile } from './read-map-file.ts';

/** The map of the reader: which offers names in the records mean. */
export interface NameModels {
  readonly map: () => RecordMap;
  /** Lists the models that have no offer, to be named. */
  readonly list: (unmatched: PriceAnswer['unmatched']) => void;
}

/** Puts the naming of models to work: one at a time, or all of a map file, which can be had as a file again. */
export function nameModels(part: Part, shelf: () => Promise<OfferShelf>, changed: () => void): NameModels {
  const unnamed = part<HTMLSelectElement>('unnamed');
  const select = part<HTMLSelectElement>('named-offer');
  const file = part<HTMLInputElement>('map-file');
  const download = part<HTMLAnchorElement>('download-map');
  let map: RecordMap = { models: {}, records: null };
  let open: PriceAnswer['unmatched'] = [];
  let picker: Promise<OfferPicker> | null = null;

  const suggested = (): readonly string[] => open.find((one) => unmatchedName(one) === unnamed.value)?.nearest ?? [];
  const begin = async (): Promise<OfferPicker> => {
    const find = part<HTMLInputElement>('find-named');
    const none = select.options[0]?.text ?? '';
    return offerPicker(find, select, await shelf(), () => say(''), { none, suggested });
  };
  const suggest = (): void => {
    picker ??= begin();
    picker.then(
      ({ show }) => show(''),
      () => {
        picker = null;
      },
    );
  };
  const say = (text: string): void => {
    part('map-problem').textContent = text;
    part('map-problem').hidden = text === '';
  };
  const draw = (): void => {
    const names = Object.keys(map.models);
    part('name-form').hidden = open.length === 0;
    part('named').hidden = names.length === 0 && !map.records;
    part('names').hidden = part('name-form').hidden && part('named').hidden;
    part('map').replaceChildren(...(names.length > 0 ? [toDom(mapTable(map.models))] : []));
    URL.revokeObjectURL(download.href);
    download.href = URL.createObjectURL(new Blob([mapText(map)], { type: 'application/yaml' }));
    part<HTMLSelectElement>('format').disabled = map.records !== null;
    part('map-columns').hidden = map.records === null;
  };
  const replace = (next: RecordMap): void => {
    map = next;
    say('');
    draw();
    changed();
  };
  const load = async (chosen: File): Promise<void> => {
    const read = await readMapFile(chosen).catch((error: unknown) => ({ problems: [String(error)] }));
    file.value = '';
    if ('problems' in read) say(`${chosen.name} is no map: ${read.problems.join('; ')}`);
    else replace(read);
  };

  unnamed.addEventListener('change', suggest);
  part('name-it').addEventListener('click', () => {
    if (select.value === '') {
      say('choose the offer that is meant');
      return;
    }
    replace({ ...map, models: { ...map.models, [unnamed.value]: select.value } });
  });
  part('map').addEventListener('click', ({ target }) => {
    const name = target instanceof HTMLElement ? target.dataset['unname'] : undefined;
    if (name === undefined) return;
    replace({ ...map, models: Object.fromEntries(Object.entries(map.models).filter(([one]) => one !== name)) });
    download.focus();
  });
  file.addEventListener('change', () => {
    const [chosen] = file.files ?? [];
    if (chosen) void load(chosen);
  });
  return {
    map: () => map,
    list: (unmatched) => {
      open = unmatched.filter(({ model }) => model !== null);
      unnamed.replaceChildren(...open.map((one) => new Option(unmatchedName(one))));
      draw();
      if (open.length > 0) suggest();
    },
  };
}
