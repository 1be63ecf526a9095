import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { type BuildOptions, build } from 'esbuild';

const SHARED: BuildOptions = { bundle: true, minify: true, write: false, legalComments: 'none', target: 'es2022' };

/** Builds the embedded calculator, one script with its style inside, to `embed/ratecard.js` of the built site. */
export function embedScript(): AstroIntegration {
  return {
    name: 'ratecard-embed',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const style = await build({ ...SHARED, entryPoints: ['src/site/embed/embed.css'], target: 'esnext' });
        const text = style.outputFiles?.[0]?.text.trim() ?? '';
        await build({
          ...SHARED,
          entryPoints: ['src/site/elements/ratecard-embed.ts'],
          format: 'iife',
          define: { EMBED_STYLE: JSON.stringify(text), 'import.meta.env.BASE_URL': '"/"' },
          outfile: fileURLToPath(new URL('embed/ratecard.js', dir)),
          write: true,
        });
      },
    },
  };
}
