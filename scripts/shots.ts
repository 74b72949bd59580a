import { mkdirSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { OBSERVER } from '../src/app/demo-district/demo-accounts.ts'
import { openDemoDistrict } from '../test/demo/open-demo-district.ts'
import { buildPages } from '../test/e2e/build-pages.ts'
import { openBrowser } from '../test/e2e/open-browser.ts'
import { GUIDE_PICTURES } from './shots/guide-pictures.ts'
import { shootGuides } from './shots/shoot-guides.ts'
import { shootPages } from './shots/shoot-pages.ts'
import { SHOT_PAGES } from './shots/shot-pages.ts'

/**
 * `npm run shots [-- word …]`: every page of the demonstration district and its city, or those named, in three widths and both themes, into
 * `shots/`. `npm run shots -- guide [word …]`: the pictures of the guides, which are kept, into `docs/guide/pictures/`.
 */
const words = process.argv.slice(2).filter((word) => word !== 'guide')
const isGuide = process.argv.includes('guide')
const folder = fileURLToPath(new URL(isGuide ? '../docs/guide/pictures/' : '../shots/', import.meta.url))
if (words.length === 0 && !isGuide) rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
await buildPages()
const browser = await openBrowser()
const isWanted = ({ name }: { readonly name: string }) =>
  words.length === 0 || words.some((word) => name.includes(word))
const isOfCity = ({ username }: { readonly username: string | null }) => username === OBSERVER.username
try {
  // Where there is a city one has to say which district one signs in to, which pages of a district do not show.
  for (const hasCity of [false, true]) {
    const isOwn = (page: (typeof SHOT_PAGES | typeof GUIDE_PICTURES)[number]) =>
      isOfCity(page) === hasCity && isWanted(page)
    if (![...(isGuide ? GUIDE_PICTURES : SHOT_PAGES)].some(isOwn)) continue
    const demo = await openDemoDistrict({ isStill: isGuide, hasCity })
    try {
      const shots = isGuide
        ? shootGuides(browser, demo, GUIDE_PICTURES, folder, isOwn)
        : shootPages(browser, demo, SHOT_PAGES.filter(isOwn), folder)
      for await (const taken of shots) console.log(taken)
    } finally {
      await demo.close()
    }
  }
} finally {
  await browser.close()
}
