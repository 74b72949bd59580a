import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataFolder, tenantId } from '../fixtures/data-folder.ts'
import { runHere } from './run-here.ts'

const data = mkdtempSync(join(tmpdir(), 'mingheng-quota-'))
beforeAll(async () => (await dataFolder(data)).close())
afterAll(() => rmSync(data, { recursive: true, force: true }))

const quota = (...given: readonly string[]) => runHere(['district', 'quota', ...given, '--data', data])

test('quotas are set, seen, and lifted one by one', async () => {
  expect(await quota(tenantId)).toMatchObject({
    code: 0,
    output: expect.stringMatching(
      /人员　不限，已用 0 人\n.*考核　不限，已用 1 个\n.*证据　不限，已用 .*MB\n.*记录　不限，已用 0 条\n/,
    ),
  })
  expect(await quota(tenantId, '--people', '80', '--assessments', '12', '--evidence-gb', '40')).toMatchObject({
    code: 0,
    output: expect.stringMatching(
      /已改好.*\n.*\n.*人员　最多 80 人，已用 0 人\n.*考核　最多 12 个，已用 1 个\n.*证据　最多 40 GB，已用 .*MB\n.*记录　不限/,
    ),
  })
  const lifted = await quota(tenantId, '--none', 'people')
  expect(lifted).toMatchObject({ code: 0, output: expect.stringMatching(/人员　不限.*\n.*考核　最多 12 个/) })
  expect((await quota(tenantId)).output).not.toContain('已改好')
  expect((await quota(tenantId, '--assessments', '1')).output).toContain('最多 1 个，已用 1 个　已满，新的不再接收\n')
})

test.each<[title: string, given: readonly string[], said: string]>([
  ['a number that is none', [tenantId, '--people', '八十'], '--people 应为不带小数和单位的整数，现为“八十”'],
  ['less than nothing', [tenantId, '--people=-1'], '现为“-1”'],
  ['a quota that there is not', [tenantId, '--none', 'rooms'], '现为“rooms”'],
  ['a number and none', [tenantId, '--people', '3', '--none', 'people'], '只写它或 --none 之一'],
  ['a district that is not there', ['d9', '--people', '3'], '没有这个区'],
])('%s is refused, and nothing is set', async (_title, given, said) => {
  const before = (await quota(tenantId)).output
  const refused = await quota(...given)
  expect(refused.code).not.toBe(0)
  expect(refused.error).toContain(said)
  expect((await quota(tenantId)).output).toBe(before)
})
