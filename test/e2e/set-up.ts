import { buildPages } from './build-pages.ts'
import { findBrowser } from './find-browser.ts'

/** Before the first test in a browser: there is one, and the pages are those of the sources. */
export async function setup(): Promise<void> {
  await findBrowser()
  await buildPages()
}
