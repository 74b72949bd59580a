import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { prepareFile } from './prepare-file.ts'
import { structuralFaults } from './structural-faults.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'incoming-'))
})
afterAll(() => rm(folder, { recursive: true }))

const watch = { onProgress: () => undefined, signal: null }

test('a UTF-8 CSV is read where it lies', async () => {
  const path = join(folder, 'a.csv')
  await writeFile(path, '\ufeff办件编号,中心\n1,夏阳\n2,盈浦\n')
  const prepared = await prepareFile(path, 'a.csv', folder, watch)
  expect(prepared).toMatchObject({
    ok: true,
    value: {
      look: {
        kind: 'csv',
        encoding: 'utf-8',
        header: ['办件编号', '中心'],
        sample: [
          ['1', '夏阳'],
          ['2', '盈浦'],
        ],
      },
      table: { kind: 'csv', path, delimiter: ',' },
    },
  })
})

test('ragged rows and broken quotes are named by their rows', async () => {
  const path = join(folder, 'ragged.csv')
  await writeFile(path, 'a,b\n1,"x\ny"\n1\n1,2,3\n1,"x"y\n1,"z\n')
  const prepared = await prepareFile(path, 'ragged.csv', folder, watch)
  if (!prepared.ok) throw new Error(prepared.refusal.message)
  const faults = await structuralFaults(prepared.value, 'ragged.csv')
  expect(faults.ok && faults.value.map(({ row, code }) => [row, code])).toEqual([
    [3, 'columns-too-few'],
    [4, 'columns-too-many'],
    [5, 'quote-broken'],
    [6, 'quote-broken'],
  ])
})
