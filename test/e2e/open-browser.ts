import { chromium, type Browser } from 'playwright-core'
import { findBrowser } from './find-browser.ts'

/**
 * A real Chromium without a window, that talks to nobody but the server under test. It asks for pages without movement: a press
 * takes time on a busy machine, and what opens would move away between its two halves.
 */
export async function openBrowser(options: readonly string[] = []): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-gpu',
      '--no-first-run',
      '--font-render-hinting=none',
      '--force-prefers-reduced-motion',
      ...options,
    ],
  })
  browser.on('context', (context) => context.setDefaultTimeout(PATIENCE_MS))
  return browser
}

/** Half a minute, which Playwright gives, a busy machine takes for one large file. */
const PATIENCE_MS = 60_000
