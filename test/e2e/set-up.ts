import { cachedDemo, exampleSetting } from '../demo/open-demo-district.ts'
import { buildPages } from './build-pages.ts'
import { findBrowser } from './find-browser.ts'

/** Before the first test in a browser: there is one, the pages are those of the sources, and so is the district that most copy. */
export async function setup(): Promise<void> {
  await findBrowser()
  // Here nobody's time runs out while it is made.
  await Promise.all([buildPages(), exampleSetting().then(cachedDemo)])
}
