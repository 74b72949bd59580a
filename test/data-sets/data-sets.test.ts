import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { dataSetsPage } from '../../scripts/data-sets/data-sets-page.ts'

const page = readFileSync('docs/data-sets.md', 'utf8')

test('the page in docs is that of the data sets (npm run data-sets renews it)', () => {
  expect(page).toBe(dataSetsPage())
})

test('every link on the page leads to a heading of it', () => {
  const anchors = new Set(
    [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
      heading.toLowerCase().replaceAll('`', '').replaceAll(' ', '-'),
    ),
  )
  const links = [...page.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor = '']) => anchor)
  expect(links.length).toBeGreaterThan(40)
  expect(links.filter((anchor) => !anchors.has(anchor))).toEqual([])
})
