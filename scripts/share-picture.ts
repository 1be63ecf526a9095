import { readFileSync } from 'node:fs';
import { launchBrowser } from './lib/launch-browser.ts';

/** Draws the picture that links to the site are shown with: src/site/public/share.png, 1200 by 630. */
const tokens = readFileSync('src/site/styles/tokens.css', 'utf8');
const line = (label: string, amount: string, name = ''): string =>
  `<p class="${name}"><span>${label}</span><i></i><span>${amount}</span></p>`;
const html = `<!doctype html><html lang="en" data-theme="light"><meta charset="utf-8"><style>${tokens}
  * { margin: 0; box-sizing: border-box; }
  body { inline-size: 1200px; block-size: 630px; padding: 72px 80px; background: var(--paper); color: var(--ink);
    font: 30px/1.4 var(--sans); display: grid; grid-template-columns: 1fr 430px; gap: 72px; align-items: center; }
  h1 { font-size: 92px; font-weight: 750; letter-spacing: -0.03em; line-height: 1.1; margin-block-end: 20px; }
  .words { font-size: 37px; line-height: 1.35; color: var(--soft); max-inline-size: 15em; }
  .receipt { background: var(--sheet); border: 1px solid var(--hairline); border-block-start: 6px solid var(--ink);
    padding: 36px 34px; font-size: 26px; font-variant-numeric: tabular-nums slashed-zero; }
  .receipt p { display: flex; gap: 10px; align-items: baseline; padding-block: 9px; }
  .receipt i { flex: 1; border-block-end: 2px dotted var(--rule); }
  .receipt .head { font-weight: 650; border-block-end: 1px dashed var(--rule); padding-block-end: 18px; margin-block-end: 10px; }
  .receipt .total { margin-block-start: 14px; padding-block: 18px 6px; border-block-start: 2px solid var(--ink);
    color: var(--accent); font-weight: 700; font-size: 34px; }
</style><body>
  <div><h1>Ratecard</h1><p class="words">What AI APIs charge, with a source for every number</p></div>
  <div class="receipt"><p class="head">A receipt, line by line</p>
    ${line('input tokens', '$4.20')}${line('cached', '$0.36')}${line('output tokens', '$5.40')}${line('top-up fee', '$0.55')}
    ${line('Total', '$10.51', 'total')}</div>
</body></html>`;

const browser = await launchBrowser();
const page = await browser.newPage({ viewport: { width: 1200, height: 630 } });
await page.setContent(html);
await page.screenshot({ path: 'src/site/public/share.png' });
await browser.close();
