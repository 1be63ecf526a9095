import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/lib/launch-browser.ts';
import { CHECKED_SITE, serveSite } from '../../scripts/lib/serve-site.ts';

/** The built site and a browser to look at it with. */
export interface Visit {
  readonly origin: string;
  /** Opens a page of the site in a context of its own. Requests to other origins fail and are noted. */
  readonly open: (path: string, options?: BrowserContextOptions) => Promise<Opened>;
  readonly end: () => Promise<void>;
}

export interface Opened {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Addresses of other origins that the page asked for. */
  readonly strangers: string[];
  /** What went wrong in its scripts. */
  readonly errors: string[];
}

export async function visit(): Promise<Visit> {
  const { origin, close } = await serveSite(0, CHECKED_SITE);
  const browser: Browser = await launchBrowser();
  return {
    origin,
    open: async (path, options = {}) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
      const strangers: string[] = [];
      const errors: string[] = [];
      await context.route(
        (url) => url.origin !== origin,
        (route) => {
          strangers.push(route.request().url());
          return route.abort();
        },
      );
      const page = await context.newPage();
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      await page.goto(`${origin}${path}`, { waitUntil: 'load' });
      return { page, context, strangers, errors };
    },
    end: async () => {
      await browser.close();
      close();
    },
  };
}
