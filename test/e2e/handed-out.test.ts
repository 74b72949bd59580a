import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { servePages, type ServedPages } from './serve-pages.ts'

let served: ServedPages
beforeAll(async () => {
  served = await servePages()
})
afterAll(async () => served.stop())

const asBrowser = { accept: 'text/html,application/xhtml+xml', 'accept-encoding': 'br' }
const script = readdirSync(fileURLToPath(new URL('../../dist/web/assets/', import.meta.url))).find((name) =>
  /^index-.*\.js$/.test(name),
)

test.each([
  ['the first address', '/', 200, 'text/html'],
  ['an address of a page', '/assessments/a1/sheets/east', 200, 'text/html'],
  ['a script', `/assets/${script}`, 200, 'application/javascript'],
  ['a script that is gone, never as a page', '/assets/index-gone.js', 404, 'application/problem+json'],
  ['an address of the interface, never as a page', '/api/v1/unknown', 404, 'application/problem+json'],
  ['what leads out of the pages, as an address that no page has', '/..%2f..%2fpackage.json', 200, 'text/html'],
])('%s', async (_title, path, status, type) => {
  const response = await fetch(served.address + path, { headers: asBrowser })
  expect([response.status, response.headers.get('content-type')?.split(';')[0]]).toEqual([status, type])
  if (type !== 'text/html') return
  expect(response.headers.get('cache-control')).toBe('no-cache')
  expect(await response.text()).toContain('<div id="page">')
})

test('a script is packed and kept for good', async () => {
  const { headers } = await fetch(`${served.address}/assets/${script}`, { headers: asBrowser })
  expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(headers.get('content-encoding')).toBe('br')
})

test('every page has a nonce of its own, in its policy and in itself, and scripts have none', async () => {
  const nonces = await Promise.all(
    [1, 2].map(async () => {
      const response = await fetch(served.address, { headers: asBrowser })
      const policy = response.headers.get('content-security-policy') ?? ''
      const nonce = /style-src 'self' 'nonce-([\w-]+)'/.exec(policy)?.[1] ?? ''
      expect(await response.text()).toContain(nonce)
      expect(policy).toContain("script-src 'self';")
      return nonce
    }),
  )
  expect(new Set(nonces).size).toBe(2)
  expect(nonces[0]).toMatch(/^[\w-]{43}$/)
})
