import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A Chromium on this machine (`CHROMIUM` names another), `null` where there is none. */
export const chromiumPath =
  process.env['CHROMIUM'] ?? places.find((path) => existsSync(path)) ?? null;

/** Why a browser test is skipped, for its name. */
export const withoutBrowser = 'skipped: no Chromium here (Debian: apt-get install chromium)';

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    ...(chromiumPath && { executablePath: chromiumPath }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
