/** The page of a model: its parts follow the work that the reader types. Nothing more is loaded before that. */
class RatecardModel extends HTMLElement {
  #begun = false;

  connectedCallback(): void {
    if (location.search.length > 1) void this.#begin();
    else for (const event of ['focusin', 'input', 'click']) this.addEventListener(event, this.#once);
  }

  readonly #once = ({ target }: Event): void => {
    if (target instanceof Element && target.closest('form.work, [data-part="pair"]')) void this.#begin();
  };

  async #begin(): Promise<void> {
    if (this.#begun) return;
    this.#begun = true;
    try {
      const { liveModel } = await import('../model/live-model.ts');
      await liveModel(this);
      this.setAttribute('data-ready', '');
    } catch {
      this.#begun = false;
      const line = this.querySelector<HTMLElement>('[data-part="notice"]');
      if (!line) return;
      line.textContent =
        'The index of offers could not be loaded, so that the page stays at the usual work. Load it again to try once more.';
      line.hidden = false;
    }
  }
}

/** Puts the element to work; called by the page that holds it. */
export function defineModel(): void {
  customElements.define('ratecard-model', RatecardModel);
}
