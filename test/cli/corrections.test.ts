import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { EXIT_CODES } from '../../src/cli/exit-codes.ts'
import { id, type RubricId } from '../../src/core/kernel/identifiers.ts'
import { compileNotice } from '../../src/core/notice/compile-notice.ts'
import { correctionsIn } from '../../src/core/rubric/corrections-in.ts'
import type { Rubric } from '../../src/core/rubric/rubric.ts'
import { CORRECTABLE_NOTICE, someCorrection } from '../fixtures/some-correction.ts'
import { runHere } from './run-here.ts'

const { rubric } = compileNotice(CORRECTABLE_NOTICE, { rubricId: id<RubricId>('x') })
const given = [someCorrection(rubric, '1.2.1', { per: ['件'] }), someCorrection(rubric, '1.1.2', 'no-rule')]

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingheng-corrections-'))
  await writeFile(join(folder, 'notice.txt'), CORRECTABLE_NOTICE)
})
afterEach(() => rm(folder, { recursive: true }))

const put = (corrections: unknown) => writeFile(join(folder, 'corrections.json'), JSON.stringify(corrections))

test('a folder is compiled with its corrections, each told beside its clause', async () => {
  await put(given)
  const { code, output } = await runHere(['compile', folder])
  expect(code).toBe(EXIT_CODES.ok)
  const told = output.replaceAll(/\n */gu, '')
  expect(told).toContain('改正 机器读作“扣0.5分”，改为“每件扣0.5分”：与起草人核对过（assessor，2022-01-10）')
  expect(told).toContain('改为“不是计分规则”')
})

test('as JSON it is the rubric that is adopted, corrections included', async () => {
  await put(given)
  const { output } = await runHere(['compile', folder, '--json'])
  expect(correctionsIn(JSON.parse(output) as Rubric)).toEqual(given)
})

test('what a correction settles is not asked', async () => {
  await put(given)
  const { output } = await runHere(['questions', folder])
  expect(output).not.toContain('1.2/once-or-per-occurrence')
})

test('a notice by itself is read without them', async () => {
  await put(given)
  const { output } = await runHere(['compile', join(folder, 'notice.txt')])
  expect(output).not.toContain('机器读作')
})

test('corrections that do not fit are refused: how many, and the first', async () => {
  await put(given.map((one) => ({ ...one, quote: '另一句' })))
  const { code, error } = await runHere(['compile', folder])
  expect(code).toBe(EXIT_CODES.input)
  expect(error.replaceAll(/\n */gu, '')).toContain('有2处改正不能用，第一处：1.2.1 款的原句或读法')
})
