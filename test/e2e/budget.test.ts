import { readFileSync, readdirSync, statSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

/**
 * Kilobytes that a cold browser may have to load, compressed: a district's network is an old one. A page that needs more says here
 * why it is worth it.
 */
const FIRST_LOAD = 260
const ONE_PAGE = 140
const CHARTS = 220
const FIRST_STYLES = 8
const ALL_STYLES = 36
/** Of the guides, as they are: fetched one by one as they come into sight, on the pages of help alone. */
const ONE_PICTURE = 120
const ALL_PICTURES = 1500

const assets = fileURLToPath(new URL('../../dist/web/assets/', import.meta.url))
const html = readFileSync(fileURLToPath(new URL('../../dist/web/index.html', import.meta.url)), 'utf8')
const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'))
const first = scripts.filter((name) => html.includes(name))

test('the first load stays within its budget', () => {
  expect(first.length).toBeGreaterThan(0)
  expect(sum(first)).toBeLessThan(FIRST_LOAD)
})

test.each(scripts.filter((name) => !first.includes(name)))('%s stays within the budget of one page', (name) => {
  expect(kilobytes(name)).toBeLessThan(/chart|trend/i.test(name) ? CHARTS : ONE_PAGE)
})

test('pictures are small, and none of them is part of a first load', () => {
  const pictures = readdirSync(assets).filter((name) => name.endsWith('.webp'))
  const sizes = pictures.map((name) => statSync(assets + name).size / 1024)
  expect(pictures.length).toBeGreaterThan(0)
  expect(Math.max(...sizes)).toBeLessThan(ONE_PICTURE)
  expect(sizes.reduce((total, size) => total + size, 0)).toBeLessThan(ALL_PICTURES)
  expect(pictures.filter((name) => html.includes(name))).toEqual([])
  const worker = readFileSync(fileURLToPath(new URL('../../dist/web/service-worker.js', import.meta.url)), 'utf8')
  expect(pictures.filter((name) => worker.includes(name))).toEqual([])
})

test('the styles of the first load, and those of all pages together, stay within their budget', () => {
  const styles = readdirSync(assets).filter((name) => name.endsWith('.css'))
  expect(sum(styles.filter((name) => html.includes(name)))).toBeLessThan(FIRST_STYLES)
  expect(sum(styles)).toBeLessThan(ALL_STYLES)
})

function sum(names: readonly string[]): number {
  return names.reduce((total, name) => total + kilobytes(name), 0)
}

function kilobytes(name: string): number {
  return gzipSync(readFileSync(assets + name), { level: 9 }).length / 1024
}
