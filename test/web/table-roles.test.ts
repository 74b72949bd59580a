import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../src/web', import.meta.url))
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
const read = (name: string) => readFileSync(join(root, name), 'utf8')

/** Classes whose rows a style lays out as something else: a browser may then forget that it was a table. */
const restyled = new Set(
  files
    .filter((name) => name.endsWith('.css'))
    .flatMap((name) => [...read(name).matchAll(/([^{}]*)\{[^{}]*\bdisplay:\s*(?:block|grid|flex|contents)\b/g)])
    .flatMap(([, selectors = '']) => selectors.split(','))
    .filter((selector) => /\b(?:tbody|tr)(?![\w-])[^ >]*$/.test(selector.trim()))
    .flatMap((selector) => /\.([\w-]+)/.exec(selector)?.[1] ?? []),
)
const pieces = files.filter((name) => name.endsWith('.tsx')).map((name) => ({ name, source: read(name) }))

test('there are such tables', () => {
  expect(restyled.size).toBeGreaterThan(4)
})

test.each([...restyled])('the table of .%s says what its parts are, however it is laid out', (className) => {
  const own = pieces.filter(({ source }) => new RegExp(`className=[^>]*\\b${className}(?![\\w-])`).test(source))
  const tables = own.filter(({ source }) => source.includes('<table'))
  expect(own.length).toBeGreaterThan(0)
  for (const { name, source } of tables)
    for (const [part] of source.matchAll(/<(?:table|thead|tbody|tfoot|tr|td)\b[^>]*/g))
      expect([name, part]).toEqual([name, expect.stringContaining('role="')])
})
