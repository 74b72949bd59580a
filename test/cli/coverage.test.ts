import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import stringWidth from 'string-width'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ROOT } from './run-bin.ts'
import { runHere } from './run-here.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingheng-coverage-'))
  await cp(join(ROOT, 'notices', 'qingpu-2021'), join(folder, 'whole'), { recursive: true })
  await cp(join(folder, 'whole'), join(folder, 'bare'), { recursive: true })
  await rm(join(folder, 'bare', 'detections'), { recursive: true })
  await writeFile(
    join(folder, 'bare', 'coverage.json'),
    JSON.stringify([{ clauseId: '1.1.1', inspection: '看' }, { clauseId: '99.1.1', documents: '看' }]), // prettier-ignore
  )
  await cp(join(folder, 'whole'), join(folder, 'broken'), { recursive: true })
  await writeFile(join(folder, 'broken', 'detections', 'rating-rate-low.sql'), '-- 条款：3.4.1\nSELECT 1')
})
afterAll(() => rm(folder, { recursive: true }))

test('every clause of the example notice has a feed, and the page says which', async () => {
  const { code, output } = await runHere(['coverage', join(folder, 'whole')], { columns: 80 })
  expect(code).toBe(0)
  for (const part of ['评价率低于70%（rating-rate-low）', '没有来源的 0 款', '每一款都有来源'])
    expect(output.replaceAll(/\n */gu, '')).toContain(part)
})

test.each([80, 60, 40])('no line is wider than %i columns', async (columns) => {
  for (const name of ['whole', 'bare']) {
    const { output } = await runHere(['coverage', join(folder, name)], { columns })
    for (const line of output.split('\n')) expect(stringWidth(line), line).toBeLessThanOrEqual(columns)
  }
})

test('clauses that nothing feeds do not hold, and are named', async () => {
  const { code, output } = await runHere(['coverage', join(folder, 'bare')])
  expect(code).toBe(1)
  const text = output.replaceAll(/\n */gu, '')
  for (const part of ['没有来源的 48 款', '✗ 1.2.1 款没有来源', '99.1.1 款不在细则里', '结论：不成立'])
    expect(text).toContain(part)
  expect(text).not.toContain('✗ 1.1.1')
})

test('a detection that is wrong is told by its file', async () => {
  const { code, error } = await runHere(['coverage', join(folder, 'broken')])
  expect(code).toBe(3)
  expect(error.replaceAll(/\n */gu, '')).toContain('detections/rating-rate-low.sql”有错：')
})
