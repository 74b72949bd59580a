import { readFileSync, readdirSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { GUIDES } from './guides.ts'

const folder = fileURLToPath(new URL('../../../../docs/guide/', import.meta.url))
const files = readdirSync(`${folder}pictures`).filter((name) => name.endsWith('.webp'))
const texts = readdirSync(folder).filter((name) => name.endsWith('.md'))
const named = texts.flatMap((text) =>
  [...readFileSync(folder + text, 'utf8').matchAll(/!\[([^\]]*)\]\(([^)]*)\)/g)].map(([, alt = '', path = '']) => ({
    text,
    alt,
    path,
  })),
)
const HAN = /\p{Script=Han}/gu

test.each(named)('the picture $path of $text is there, and says in Chinese what it shows', ({ alt, path }) => {
  expect(files.map((name) => `pictures/${name}`)).toContain(path)
  expect([...alt.matchAll(HAN)].length).toBeGreaterThan(12)
})

test('every picture is of one guide', () => {
  expect(named.map(({ path }) => path).sort()).toEqual(files.map((name) => `pictures/${name}`).sort())
})

test.each(GUIDES)('the guide of the %s shows what it speaks of', (guide) => {
  expect(named.filter(({ text }) => text === `${guide}.md`).length).toBeGreaterThan(0)
})

test('all pictures together are small enough to be kept, and the size of each is known before it comes', async () => {
  const bytes = files.reduce((sum, name) => sum + statSync(`${folder}pictures/${name}`).size, 0)
  expect(bytes).toBeLessThan(1.5 * 1024 * 1024)
  const sizes = JSON.parse(readFileSync(`${folder}pictures/sizes.json`, 'utf8')) as Record<string, [number, number]>
  expect(Object.keys(sizes).sort()).toEqual([...files].sort())
  for (const name of files) {
    const { width, height } = await sharp(`${folder}pictures/${name}`).metadata()
    const [shownWidth, shownHeight] = sizes[name] ?? [0, 1]
    expect([name, Math.round((width / height) * 50)]).toEqual([name, Math.round((shownWidth / shownHeight) * 50)])
  }
})
