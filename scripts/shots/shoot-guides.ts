import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import type { OpenDemoDistrict } from '../../test/demo/open-demo-district.ts'
import type { GuidePicture } from './guide-pictures.ts'
import { filledIn, signedIn } from './shoot-pages.ts'

const SHARPNESS = 1.5
const MARGIN = 12
const SIZES = 'sizes.json'

/**
 * Takes the guides' pictures, or those `wanted`, into their folder, with the size of each beside them, and removes what is no picture
 * of a guide any more.
 */
export async function* shootGuides(
  browser: Browser,
  demo: OpenDemoDistrict,
  pictures: readonly GuidePicture[],
  folder: string,
  wanted: (picture: GuidePicture) => boolean,
): AsyncGenerator<string> {
  for (const name of readdirSync(folder)) if (name.endsWith('.webp')) removeUnless(pictures, folder, name)
  const reader = await signedIn(browser, demo, 'leader')
  const sizes = JSON.parse(readFileSync(join(folder, SIZES), 'utf8')) as Record<string, readonly [number, number]>
  for (const picture of pictures.filter(wanted)) {
    const context = await signedIn(browser, demo, picture.username, { deviceScaleFactor: SHARPNESS })
    const page = await context.newPage()
    await page.setViewportSize({ width: picture.width, height: picture.width < 700 ? 844 : 1000 })
    await page.clock.setFixedTime(new Date(demo.now))
    await page.addInitScript(`localStorage.setItem('mingheng.theme', 'light')`)
    await page.goto(demo.address + (await filledIn(reader, demo, picture.at)))
    await settled(page)
    await picture.first?.(page, demo)
    await settled(page)
    const shot = await page.screenshot({ fullPage: true, clip: await cutOf(page, picture), animations: 'disabled' })
    const file = `${picture.name}.webp`
    const { width, height, size } = await sharp(shot)
      .webp({ quality: 82, effort: 6, preset: 'text' })
      .toFile(join(folder, file))
    sizes[file] = [Math.round(width / SHARPNESS), Math.round(height / SHARPNESS)]
    await context.close()
    yield `${file} ${width} x ${height}, ${Math.round(size / 1024)} kB`
  }
  const lines = pictures.flatMap(({ name }) => {
    const [width, height] = sizes[`${name}.webp`] ?? []
    return width === undefined ? [] : [`  "${name}.webp": [${width}, ${height}]`]
  })
  writeFileSync(join(folder, SIZES), `{\n${lines.join(',\n')}\n}\n`)
}

function removeUnless(pictures: readonly GuidePicture[], folder: string, file: string): void {
  if (!pictures.some(({ name }) => `${name}.webp` === file)) rmSync(join(folder, file))
}

async function settled(page: Page): Promise<void> {
  await page.locator('main').first().waitFor()
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' })
  // Pages that follow the scores never fall silent on the network.
  await page.waitForFunction('Array.from(document.images).every(({ complete }) => complete)')
  await page.evaluate('document.fonts.ready')
}

/** The smallest box round the first of each that is shown. */
async function cutOf(page: Page, { name, shows, most = Infinity, width }: GuidePicture) {
  await page.evaluate('scrollTo(0, 0)')
  const boxes = await Promise.all(shows.map(async (selector) => page.locator(selector).first().boundingBox()))
  const seen = boxes.filter((box) => box !== null)
  if (seen.length < shows.length) throw new Error(`${name}: not everything that it shows is on the page`)
  const left = Math.max(0, Math.min(...seen.map(({ x }) => x)) - MARGIN)
  const top = Math.max(0, Math.min(...seen.map(({ y }) => y)) - MARGIN)
  const right = Math.min(width, Math.max(...seen.map((box) => box.x + box.width)) + MARGIN)
  const bottom = Math.max(...seen.map((box) => box.y + box.height)) + MARGIN
  return { x: left, y: top, width: right - left, height: Math.min(bottom - top, most) }
}
