import { toDom } from '../markup/to-dom.ts';
import { answerMarkup } from '../records/answer-markup.ts';
import type { Ask, Told } from '../records/messages.ts';
import { progressWords } from '../records/progress-words.ts';

/** Prices files that the reader drops or chooses, in a worker; nothing of them leaves the browser. */
class RatecardRecords extends HTMLElement {
  #files: readonly File[] = [];
  #worker: Worker | null = null;
  #began = 0;

  connectedCallback(): void {
    const chosen = this.#part<HTMLInputElement>('files');
    chosen.addEventListener('change', () => this.#choose([...(chosen.files ?? [])]));
    this.#part('form').addEventListener('submit', (event) => event.preventDefault());
    for (const name of ['group', 'provider', 'format']) {
      this.#part(name).addEventListener('change', () => this.#price());
    }
    this.#part('stop').addEventListener('click', () => this.#stop());
    const zone = this.#part('zone');
    for (const type of ['dragenter', 'dragover'] as const) {
      zone.addEventListener(type, (event) => {
        event.preventDefault();
        zone.classList.add('over');
      });
    }
    zone.addEventListener('dragleave', () => zone.classList.remove('over'));
    zone.addEventListener('drop', (event) => {
      event.preventDefault();
      zone.classList.remove('over');
      this.#choose([...(event.dataTransfer?.files ?? [])]);
    });
    this.setAttribute('data-ready', '');
  }

  disconnectedCallback(): void {
    this.#end();
  }

  #part<E extends HTMLElement = HTMLElement>(name: string): E {
    const part = this.querySelector<E>(`[data-part="${name}"]`);
    if (!part) throw new Error(`the page of records has no part ${name}`);
    return part;
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
    const { answer } = told;
    const seconds = ((Date.now() - this.#began) / 1000).toFixed(1);
    const names = this.#files.map(({ name }) => name).join(', ');
    const records = `${answer.records.toLocaleString('en')} ${answer.records === 1 ? 'record' : 'records'}`;
    this.#say(`${records} of ${names} in ${seconds} s.`);
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
