import { mkdirSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { openDemoDistrict } from '../test/demo/open-demo-district.ts'
import { buildPages } from '../test/e2e/build-pages.ts'
import { openBrowser } from '../test/e2e/open-browser.ts'
import { GUIDE_PICTURES } from './shots/guide-pictures.ts'
import { shootGuides } from './shots/shoot-guides.ts'
import { shootPages } from './shots/shoot-pages.ts'
import { SHOT_PAGES } from './shots/shot-pages.ts'

/**
 * `npm run shots [-- word …]`: every page of the demonstration district, or those named, in three widths and both themes, into `shots/`.
 * `npm run shots -- guide`: the pictures of the guides, which are kept, into `docs/guide/pictures/`.
 */
const words = process.argv.slice(2)
const isGuide = words.includes('guide')
const folder = fileURLToPath(new URL(isGuide ? '../docs/guide/pictures/' : '../shots/', import.meta.url))
if (words.length === 0) rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
await buildPages()
const demo = await openDemoDistrict({ isStill: isGuide })
const browser = await openBrowser()
try {
  const wanted = SHOT_PAGES.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)))
  const shots = isGuide ? shootGuides(browser, demo, GUIDE_PICTURES, folder) : shootPages(browser, demo, wanted, folder)
  for await (const taken of shots) console.log(taken)
} finally {
  await browser.close()
  await demo.close()
}
