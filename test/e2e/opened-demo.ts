import type { Browser } from 'playwright-core'
import { afterAll } from 'vitest'
import type { Clock } from '../../src/app/ports/clock.ts'
import { openDemoDistrict, type OpenDemoDistrict } from '../demo/open-demo-district.ts'
import { openBrowser } from './open-browser.ts'
import { servePages, type ServedPages } from './serve-pages.ts'

/** A browser and a copy of the demonstration district for the tests of one file; both are gone after the last of them. */
export async function openedDemo(
  browserOptions: readonly string[] = [],
): Promise<{ readonly browser: Browser; readonly demo: OpenDemoDistrict }> {
  const [browser, demo] = await Promise.all([openBrowser(browserOptions), openDemoDistrict()])
  afterAll(async () => {
    await browser.close()
    await demo.close()
  })
  return { browser, demo }
}

/** A browser and a new installation likewise, on days of its own where a clock is given. */
export async function openedInstallation(
  clock?: Clock,
): Promise<{ readonly browser: Browser; readonly served: ServedPages }> {
  const [browser, served] = await Promise.all([openBrowser(), servePages(clock)])
  afterAll(async () => {
    await browser.close()
    await served.stop()
  })
  return { browser, served }
}
