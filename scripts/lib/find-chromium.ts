import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const ON_PATH = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const INSTALLED = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * A Chromium to test with: the one that RATECARD_CHROMIUM names, Playwright's own, the system's, or one installed
 * now. Throws one sentence that says what to do where there is none.
 */
export function findChromium(): string {
  const named = process.env['RATECARD_CHROMIUM'];
  if (named !== undefined) {
    if (existsSync(named)) return named;
    throw new Error(`RATECARD_CHROMIUM names ${named}, which does not exist`);
  }
  const found = present();
  if (found) return found;
  install();
  const installed = present();
  if (installed) return installed;
  throw new Error('no Chromium was found or could be installed; install one and set RATECARD_CHROMIUM to its path');
}

function present(): string | null {
  const own = chromium.executablePath();
  if (own && existsSync(own)) return own;
  for (const name of ON_PATH) {
    const { status, stdout } = spawnSync(process.platform === 'win32' ? 'where' : 'which', [name], {
      encoding: 'utf8',
    });
    const [path] = stdout?.split('\n') ?? [];
    if (status === 0 && path) return path.trim();
  }
  return INSTALLED.find((path) => existsSync(path)) ?? null;
}

/** Tries the system's packages where that needs no password, then Playwright's own download. */
function install(): void {
  process.stderr.write('no Chromium is installed; installing one\n');
  if (process.platform === 'linux' && process.getuid?.() === 0 && spawnSync('which', ['apt-get']).status === 0) {
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
    const { status } = spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (status === 0) return;
  }
  spawnSync(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium'], { stdio: 'inherit' });
}
