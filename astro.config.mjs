import { defineConfig } from 'astro/config';
import { embedScript } from './scripts/lib/embed-script.ts';

const address = process.env.RATECARD_SITE ? new URL(process.env.RATECARD_SITE) : null;

export default defineConfig({
  srcDir: './src/site',
  publicDir: './src/site/public',
  outDir: './dist/site',
  output: 'static',
  trailingSlash: 'always',
  ...(address ? { site: address.origin, base: address.pathname } : {}),
  build: { format: 'directory', inlineStylesheets: 'never', concurrency: 4 },
  integrations: [embedScript()],
  devToolbar: { enabled: false },
  vite: { build: { assetsInlineLimit: 0 } },
});
