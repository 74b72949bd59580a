import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { drawPlan } from '../../src/core/analysis/sampling/draw-plan.ts'
import { commitmentOf, designDigestOf, type SamplingDesign } from '../../src/core/ledger/sampling-design.ts'
import { sha256 } from '../fixtures/sampling-designs.ts'
import { ROOT } from './run-bin.ts'
import { runHere } from './run-here.ts'

const DESIGN = join(ROOT, 'docs', 'guide', 'sampling-design.json')
const SECRET = { seed: 'mingheng-2021', salt: 'salt-2021' }
let folder = ''
let year = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingheng-sampling-'))
  await runHere(['demo', '--no-records', '--no-serve'], { outRoot: join(folder, 'out') })
  year = join(folder, 'out', 'qingpu-2021')
})
afterAll(() => rm(folder, { recursive: true }))

test('an auditor draws a design again from its seed, and sees the code that was kept', async () => {
  const { code, output } = await runHere(['analyze', 'sampling', DESIGN, '--seed', SECRET.seed, '--salt', SECRET.salt])
  expect(code).toBe(0)
  expect(output).toContain('PDF4-YKKF-PMFK-2WZ6-WTMZ')
  expect(output.match(/2021-1[12]-\d\d/gu)).toHaveLength(22)
})

test('of a ledger it says which plans agree, and ends with 1 where a seed was exchanged', async () => {
  const path = join(year, 'ledger.jsonl')
  const before = await readFile(path, 'utf8')
  expect((await runHere(['analyze', 'sampling', year])).output).toContain('没有抽查方案')
  await writeFile(path, before + (await planned(before, SECRET.seed)))
  const honest = await runHere(['analyze', 'sampling', year])
  expect([honest.code, honest.output.includes('一致：')]).toEqual([0, true])
  await writeFile(path, before + (await planned(before, 'another')))
  const exchanged = await runHere(['analyze', 'sampling', year])
  expect([exchanged.code, exchanged.output.includes('不一致：')]).toEqual([1, true])
})

test.each<[what: string, content: string, code: number]>([
  ['what is no design', '{"mode":"secret"}', 3],
  ['what is no JSON', '{', 3],
])('%s is told in a sentence', async (_what, content, code) => {
  const path = join(folder, 'design.json')
  await writeFile(path, content)
  const { code: ended, error } = await runHere(['analyze', 'sampling', path, '--seed', 'a'], { columns: 1000 })
  expect(error).toContain('抽查方案')
  expect(ended).toBe(code)
})

/** Lines that commit the design of the guide and reveal it with a seed, early and with a reason. */
async function planned(before: string, seed: string): Promise<string> {
  const design = JSON.parse(await readFile(DESIGN, 'utf8')) as SamplingDesign
  expect(drawPlan(design, seed, sha256)).toMatchObject({ ok: true })
  const designDigest = designDigestOf(design, sha256)
  const commitment = commitmentOf(SECRET, designDigest, sha256)
  const seq = before.trim().split('\n').length
  const at = '2022-01-30T09:00:00+08:00'
  const stamp = { by: 'assessor-1', actedAt: at, recordedAt: at, planId: 'S1' }
  const events = [
    { seq: seq + 1, type: 'SamplingPlanCommitted', ...stamp, design, designDigest, commitment },
    { seq: seq + 2, type: 'SamplingPlanRevealed', ...stamp, seed, salt: SECRET.salt, earlyBecause: '演示' },
  ]
  return events.map((event) => `${JSON.stringify(event)}\n`).join('')
}
