import * as fc from 'fast-check'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readWhole } from '../../../../test/records/read-prepared.ts'
import {
  csvForm,
  jsonArrayForm,
  jsonLinesForm,
  parquetForm,
  workbookForm,
} from '../../../../test/records/table-forms.ts'
import { sheetRow, workbookOf } from '../../../../test/records/workbook-samples.ts'
import { prepareFile } from './prepare-file.ts'

const FORMS = [
  csvForm({ encoding: 'utf-8' }),
  csvForm({ encoding: 'gb18030', quotes: 'all' }),
  csvForm({ encoding: 'utf-16le with mark', delimiter: '\t' }),
  csvForm({ encoding: 'utf-16be', blanks: true }),
  workbookForm(true),
  workbookForm(false),
  jsonLinesForm,
  jsonArrayForm,
  parquetForm,
]
const ROWS = Array.from({ length: 30 }, (_row, at) => [
  `2021-${at}`,
  at % 2 === 0 ? '夏阳街道' : '盈浦街道',
  `备注，${at}`,
])
const TABLE = [['办件编号', '中心', '备注'], ...ROWS]

let folder: string
let work: string
const samples: Buffer[] = []
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'incoming-'))
  work = await mkdtemp(join(tmpdir(), 'incoming-work-'))
  for (const form of FORMS) {
    await form.write(join(folder, 'good'), TABLE)
    samples.push(await readFile(join(folder, 'good')))
  }
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await rm(work, { recursive: true })
})

const watch = { onProgress: () => undefined, signal: null }
const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })
const damage = fc.oneof(
  fc.record({ kind: fc.constant('turn' as const), at: place, to: fc.nat(255) }),
  fc.record({ kind: fc.constant('cut' as const), at: place }),
  fc.record({ kind: fc.constant('drop' as const), at: place, count: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ kind: fc.constant('repeat' as const), at: place, count: fc.integer({ min: 1, max: 40 }) }),
)

type Damage = typeof damage extends fc.Arbitrary<infer One> ? One : never

function damaged(good: Buffer, damages: readonly Damage[]): Buffer {
  let bytes = Buffer.from(good)
  for (const one of damages) {
    const at = Math.floor(one.at * bytes.length)
    if (one.kind === 'turn') bytes[at] = one.to
    else if (one.kind === 'cut') bytes = bytes.subarray(0, at)
    else if (one.kind === 'drop') bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + one.count)])
    else bytes = Buffer.concat([bytes.subarray(0, at + one.count), bytes.subarray(at)])
  }
  return bytes
}

async function refusedOrRead(content: Uint8Array): Promise<void> {
  const path = join(folder, 'damaged')
  await writeFile(path, content)
  const prepared = await prepareFile(path, 'damaged', work, watch)
  if (prepared.ok) {
    const width = prepared.value.look.header.length
    for (const cells of (await readWhole(prepared.value)) ?? []) expect(cells.length).toBe(width)
    await prepared.value.discard()
  } else expect(prepared.refusal.message).toMatch(/；./u)
  expect(await readdir(work)).toEqual([])
}

const damages = fc.array(damage, { minLength: 1, maxLength: 3 })

test('a damaged file of any kind is refused, or reads as some table; nothing breaks and nothing is left', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(FORMS.length - 1), damages, async (form, damages) => {
      await refusedOrRead(damaged(samples[form] ?? Buffer.alloc(0), damages))
    }),
    { numRuns: 100 },
  )
}, 120_000)

test('so is a workbook whose archive is whole and whose sheets are not', async () => {
  const rows = TABLE.map((cells, at) => sheetRow(at + 1, [...cells, { xml: `<c s="1"><v>44256.${at}</v></c>` }]))
  const sheet = Buffer.from(rows.join(''))
  await fc.assert(
    fc.asyncProperty(damages, async (damages) => {
      const rows = damaged(sheet, damages).toString('latin1')
      await refusedOrRead(workbookOf([{ name: '一', rows }], { formats: ['yyyy-mm-dd'] }))
    }),
    { numRuns: 100 },
  )
}, 120_000)
