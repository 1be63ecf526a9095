import { type OfferShelf, openShelf } from '../calculator/offer-shelf.ts';
import { type Part, partsOf } from '../markup/parts-of.ts';
import { toDom } from '../markup/to-dom.ts';
import { answerMarkup } from '../records/answer-markup.ts';
import { dropZone } from '../records/drop-zone.ts';
import { type Elsewhere, elsewhere } from '../records/elsewhere.ts';
import type { Ask, Told } from '../records/messages.ts';
import { type NameModels, nameModels } from '../records/name-models.ts';
import { progressWords } from '../records/progress-words.ts';

/** Prices files that the reader drops or chooses, in a worker; nothing of them leaves the browser. */
class RatecardRecords extends HTMLElement {
  #files: readonly File[] = [];
  #worker: Worker | null = null;
  #began = 0;
  #part: Part = partsOf(this);
  #elsewhere: Elsewhere | null = null;
  #names: NameModels | null = null;
  #shelf: Promise<OfferShelf> | null = null;

  connectedCallback(): void {
    const chosen = this.#part<HTMLInputElement>('files');
    chosen.addEventListener('change', () => this.#choose([...(chosen.files ?? [])]));
    this.#part('form').addEventListener('submit', (event) => event.preventDefault());
    for (const name of ['group', 'provider', 'format']) {
      this.#part(name).addEventListener('change', () => this.#price());
    }
    this.#part('stop').addEventListener('click', () => this.#stop());
    dropZone(this.#part('zone'), (files) => this.#choose(files));
    const [shelf, changed] = [() => this.#openShelf(), () => this.#price()];
    this.#elsewhere = elsewhere(this.#part, shelf, changed);
    this.#names = nameModels(this.#part, shelf, changed);
    this.setAttribute('data-ready', '');
  }

  disconnectedCallback(): void {
    this.#end();
  }

  /** The names of all offers to choose from, fetched once; a failure is said, and tried again when they are next needed. */
  #openShelf(): Promise<OfferShelf> {
    this.#shelf ??= openShelf(this.dataset['names'] ?? '', this.dataset['cards'] ?? '').catch((error: unknown) => {
      this.#shelf = null;
      this.#say('The names of offers could not be loaded, so that none can be chosen. Load the page again.');
      throw error;
    });
    return this.#shelf;
  }

  #choose(files: readonly File[]): void {
    if (files.length === 0) return;
    this.#files = files;
    this.#price();
  }

  #price(): void {
    if (this.#files.length === 0) return;
    this.#end();
    this.#part('answer').replaceChildren();
    this.#began = Date.now();
    this.#told({ kind: 'read', bytes: 0 });
    this.#part('reading').hidden = false;
    const worker = new Worker(new URL('../records/worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<Told>) => this.#told(data));
    worker.addEventListener('error', () => this.#told({ kind: 'failed', text: 'the page could not start its worker' }));
    worker.postMessage(this.#ask());
    this.#worker = worker;
  }

  #ask(): Ask {
    const provider = this.#part<HTMLSelectElement>('provider').value;
    const format = this.#part<HTMLSelectElement>('format').value;
    return {
      files: this.#files,
      groupBy: this.#part<HTMLSelectElement>('group').value.split(','),
      index: this.dataset['index'] ?? '',
      offers: this.dataset['offers'] ?? '',
      cards: this.dataset['cards'] ?? '',
      map: this.#names?.map() ?? { models: {}, records: null },
      ...this.#elsewhere?.asked(),
      ...(provider === '' ? {} : { provider }),
      ...(format === '' ? {} : { format }),
    };
  }

  #told(told: Told): void {
    if (told.kind === 'read') {
      const size = this.#files.reduce((sum, file) => sum + file.size, 0);
      const bar = this.#part<HTMLProgressElement>('progress');
      bar.max = Math.max(1, size);
      bar.value = told.bytes;
      this.#part('pace').textContent = progressWords(told.bytes, size, Date.now() - this.#began);
      return;
    }
    this.#end();
    if (told.kind === 'failed') {
      this.#say(`The files could not be priced (${told.text}). Choose them again to try once more.`);
      return;
    }
    const { answer, comparable, remarks } = told;
    const seconds = ((Date.now() - this.#began) / 1000).toFixed(1);
    const names = this.#files.map(({ name }) => name).join(', ');
    const records = `${answer.records.toLocaleString('en')} ${answer.records === 1 ? 'record' : 'records'}`;
    this.#say([`${records} of ${names} in ${seconds} s.`, ...remarks].join(' '));
    this.#elsewhere?.list(comparable);
    this.#names?.list(answer.unmatched);
    this.#part('answer').replaceChildren(toDom(answerMarkup(answer)));
  }

  #stop(): void {
    this.#end();
    this.#say('Stopped. Nothing was priced.');
    this.#part<HTMLInputElement>('files').focus();
  }

  #end(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#part('reading').hidden = true;
  }

  #say(text: string): void {
    this.#part('status').textContent = text;
  }
}

/** Puts the element to work; called by the page that holds it. */
export function defineRecords(): void {
  customElements.define('ratecard-records', RatecardRecords);
}
