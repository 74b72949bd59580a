import { readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../src/web', import.meta.url))
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
const catalogues = files.filter(
  (name) => name.endsWith('-text.ts') && readFileSync(join(root, name), 'utf8').includes('= bilingual('),
)
/** Said in Chinese within English on purpose: the way back to Chinese, and the notice's own words in marks. */
const HAN = /\p{Script=Han}/u
const QUOTED = /“[^”]*”|中文/gu

test('there are catalogues', () => {
  expect(catalogues.length).toBeGreaterThan(3)
})

test.each(catalogues)('%s says everything in both languages', async (name) => {
  const said = (await import(join(root, name))) as Record<string, { zh: object; en: object }>
  for (const { zh, en } of Object.values(said)) {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort())
    for (const saying of Object.values(zh).concat(Object.values(en))) expect(String(saying).trim()).not.toBe('')
    for (const saying of Object.values(en)) expect(String(saying).replaceAll(QUOTED, '')).not.toMatch(HAN)
  }
})

test.each(files.filter((name) => /\.tsx?$/.test(name) && !catalogues.includes(name) && !/\.test\.tsx?$/.test(name)))(
  '%s says nothing of its own: every saying comes from a catalogue',
  (name) => {
    const lines = readFileSync(join(root, name), 'utf8')
      .replaceAll(/\/\*[\s\S]*?\*\//g, '')
      .split('\n')
      .map((line) => line.replace(/(^|\s)\/\/.*$/, ''))
    expect(
      lines.filter((line) => HAN.test(line)),
      basename(name),
    ).toEqual([])
  },
)
