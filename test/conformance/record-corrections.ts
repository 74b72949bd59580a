import { expect, test } from 'vitest'
import type { RecordStore } from '../../src/app/ports/record-store.ts'
import { timestamp } from '../../src/core/kernel/timestamp.ts'
import {
  HEADER,
  RATINGS,
  csvFile,
  digestOf,
  here,
  imported,
  importing,
  rating,
  ratingsFile,
  refusedFile,
  textFile,
  there,
  type Rating,
} from './record-samples.ts'
import { valued } from './valued.ts'

/** What every record store does with files that are not sound: nothing is kept, and an error file stands for the whole. */
export function recordCorrectionConformance(make: () => Promise<RecordStore>): void {
  const good = [rating('R1'), rating('R2', { 评价时间: '2021-04-02 10:00:00' })]
  const wrongDay = rating('R3', { 评价时间: '2021-13-01 10:00:00', 文字: '=1+1' })
  const wrongCode = rating('R4', { 代码: '7', 次数: '一次' })

  test('a file with a faulty row is not kept, and each fault is told by row, column and value', async () => {
    const records = await make()
    await imported(records, ratingsFile([rating('R0')]))
    const before = await valued(records.holdings(here))
    const outcome = await refusedFile(records, ratingsFile([...good, wrongDay, rating('R5'), wrongCode]))
    expect(outcome).toMatchObject({ rows: 5, faulty: 2 })
    expect(outcome.faults.map(({ row, column, value, code }) => [row, column, value, code])).toEqual([
      [4, '评价时间', '2021-13-01 10:00:00', 'date-wrong'],
      [6, '代码', '7', 'code-unknown'],
      [6, '次数', '一次', 'count-wrong'],
    ])
    expect(await valued(records.holdings(here))).toEqual(before)
    expect(await valued(records.imports(here))).toHaveLength(1)
  })

  test('the error file has the faulty rows as they were, after what is wrong with them', async () => {
    const records = await make()
    const { importId } = await refusedFile(records, ratingsFile([...good, wrongDay, wrongCode]))
    const [header, first, second, ...others] = (await errorsOf(records, importId)).split('\n')
    expect(header).toBe(`\ufeff明衡_导入编号,明衡_行号,明衡_错误,${HEADER.join(',')}`)
    expect(first?.startsWith(`'${importId},4,`)).toBe(true)
    expect(first).toContain('评价时间：“2021-13-01 10:00:00”不是日期')
    expect(first).toContain("'=1+1")
    expect(second).toContain('；次数：')
    expect(others).toEqual([''])
    expect(await valued(records.errors(there, importId))).toBeNull()
    expect(await valued(records.errors(here, 'import-none'))).toBeNull()
  })

  test('a corrected error file stands for the whole file, and is gone once it is imported', async () => {
    const [records, whole] = [await make(), await make()]
    const { importId } = await refusedFile(records, ratingsFile([...good, wrongDay, wrongCode]))
    const path = await corrected(records, importId, (text) =>
      text.replace("'2021-13-01", "'2021-12-01").replace(',7,', ',1,').replace(',一次,', ',2,'),
    )
    expect(await imported(records, path)).toMatchObject({ rows: 4, added: 4 })
    expect(await valued(records.errors(here, importId))).toBeNull()
    const right = { ...wrongDay, 评价时间: '2021-12-01 10:00:00' }
    await imported(whole, ratingsFile([...good, right, rating('R4', { 次数: '2' })]))
    expect(await digestOf(records)).toBe(await digestOf(whole))
    expect(await importing(records, path)).toMatchObject({ ok: false, refusal: { code: 'original-gone' } })
  })

  test('what was corrected only in part is told again, and the rest of the corrections stays', async () => {
    const records = await make()
    const first = await refusedFile(records, ratingsFile([...good, wrongDay, wrongCode]))
    const half = await corrected(records, first.importId, (text) => text.replace("'2021-13-01", "'2021-12-01"))
    const second = await refusedFile(records, half)
    expect(second).toMatchObject({ rows: 4, faulty: 1, faults: [{ row: 5, column: '代码' }, { row: 5 }] })
    const rest = await corrected(records, second.importId, (text) =>
      text.replace(',7,', ',1,').replace(',一次,', ',2,'),
    )
    expect(await imported(records, rest)).toMatchObject({ rows: 4, added: 4 })
    expect(await valued(records.versions(here, 'ratings', 'city/R3'))).toMatchObject([{ month: '2021-12' }])
    for (const { importId } of [first, second]) expect(await valued(records.errors(here, importId))).toBeNull()
  })

  test('rows that were taken out of the error file are left out', async () => {
    const records = await make()
    const { importId } = await refusedFile(records, ratingsFile([...good, wrongDay, wrongCode]))
    const path = await corrected(records, importId, (text) =>
      text.split('\n').toSpliced(1, 1).join('\n').replace(',7,', ',1,').replace(',一次,', ',2,'),
    )
    expect(await imported(records, path)).toMatchObject({ rows: 3, added: 3, leftOut: 1 })
    expect(await valued(records.versions(here, 'ratings', 'city/R3'))).toEqual([])
  })

  test.each(['=1+1', '+86', '-5', '@SUM(A1)', "'quoted", "''twice", '\t=1', '＝1', '007', '310115199001011234', '1E5'])(
    'a cell %j comes back from the error file as it was',
    async (cell) => {
      const records = await make()
      const { importId } = await refusedFile(records, ratingsFile([{ ...wrongDay, 文字: cell }]), { profile: PLAIN })
      const text = await errorsOf(records, importId)
      const cells = (text.split('\n')[1] ?? '').split(',').map((one) => one.replaceAll('"', ''))
      for (const one of cells) expect(one).not.toMatch(/^\s*[=+\-@＝]|^0\d|^\d{11}/)
      const path = await corrected(records, importId, (text) => text.replace("'2021-13-01", "'2021-12-01"))
      await imported(records, path, { profile: PLAIN })
      const [record] = await valued(records.versions(here, 'ratings', 'city/R3'))
      expect(record?.['words']).toBe(cell.trim())
    },
  )

  test('an id that stands for two different records is a fault of both rows, each naming the other', async () => {
    const records = await make()
    const other = rating('R1', { 次数: '2' })
    const outcome = await refusedFile(records, ratingsFile([...good, other]))
    expect(outcome).toMatchObject({ rows: 3, faulty: 2 })
    expect(outcome.faults.map(({ row, code, message }) => [row, code, /第 (\d+) 行/.exec(message)?.[1]])).toEqual([
      [2, 'key-repeated', '4'],
      [4, 'key-repeated', '2'],
    ])
    const { importId } = outcome
    const path = await corrected(records, importId, (text) => text.split('\n').toSpliced(1, 1).join('\n'))
    expect(await imported(records, path)).toMatchObject({ rows: 2, leftOut: 1 })
    expect(await valued(records.versions(here, 'ratings', 'city/R1'))).toMatchObject([{ attempt: 2 }])
  })

  test('rows that are none are faults beside those of values, and can be corrected too', async () => {
    const records = await make()
    const lines = [HEADER, ...[...good, wrongDay, rating('R5')].map((one) => HEADER.map((name) => one[name] ?? ''))]
    const text = lines.map((cells) => cells.join(',')).join('\n')
    const ragged = text.replace('R2,夏阳街道,', 'R2,')
    const outcome = await refusedFile(records, textFile(ragged))
    expect(outcome).toMatchObject({ rows: 4, faulty: 2 })
    expect(outcome.faults.map(({ row, code }) => [row, code])).toEqual([
      [3, 'columns-too-few'],
      [4, 'date-wrong'],
    ])
    const path = await corrected(records, outcome.importId, (errors) =>
      errors.replace('R2,', 'R2,夏阳街道,').replace("'2021-13-01", "'2021-12-01"),
    )
    expect(await imported(records, path)).toMatchObject({ rows: 4, added: 4 })
  })

  test.each<[string, (text: string, importId: string) => string, string, string]>([
    [
      'of an import that nobody knows',
      (text, importId) => text.replaceAll(importId, 'import-none'),
      'original-gone',
      '',
    ],
    [
      'of two imports',
      (text, importId) => text.replace(`'${importId},4`, 'import-0,4'),
      'correction-wrong',
      '导入编号',
    ],
    ['with a row that was not at fault', (text) => text.replace(',4,', ',2,'), 'correction-wrong', '第 2 行'],
    ['with a row twice', (text) => text + (text.split('\n')[1] ?? ''), 'correction-wrong', '两次'],
    ['whose row is no number', (text) => text.replace(',4,', ',四,'), 'correction-wrong', '行号'],
    ['without a column', (text) => text.replace(',工单', ',工单号'), 'correction-wrong', '工单'],
  ])('an error file %s is refused', async (_title, change, code, said) => {
    const records = await make()
    const { importId } = await refusedFile(records, ratingsFile([...good, wrongDay, wrongCode]))
    const path = await corrected(records, importId, (text) => change(text, importId))
    expect(await importing(records, path)).toMatchObject({
      ok: false,
      refusal: { code, message: expect.stringContaining(said) },
    })
    expect(await valued(records.errors(here, importId))).not.toBeNull()
  })

  test('a file without a row is refused, and one that is cut', async () => {
    const records = await make()
    expect(await importing(records, csvFile([HEADER]))).toMatchObject({ refusal: { code: 'file-no-rows' } })
    const cut = textFile(`${HEADER.join(',')}\nR1,"夏阳`)
    expect(await importing(records, cut)).toMatchObject({ refusal: { code: 'file-damaged' } })
    expect((await valued(records.holdings(here))).sets).toEqual([])
  })

  test('more than a thousand faults are all in the error file', async () => {
    const records = await make()
    const many = Array.from({ length: 1_500 }, (_, n): Rating => rating(`M${n}`, { 代码: '7' }))
    const outcome = await refusedFile(records, ratingsFile(many))
    expect(outcome).toMatchObject({ rows: 1_500, faulty: 1_500 })
    expect(outcome.faults).toHaveLength(1_000)
    expect((await errorsOf(records, outcome.importId)).split('\n')).toHaveLength(1_502)
  })

  test('what was refused long ago is swept, and nothing else', async () => {
    const records = await make()
    await imported(records, ratingsFile(good))
    const before = await digestOf(records)
    const { importId } = await refusedFile(records, ratingsFile([wrongDay]))
    const due = async (time: string) => valued(records.dueTenants([there, here], timestamp(time)))
    expect(await due('2021-05-01T09:30:00+08:00')).toEqual([])
    expect(await due('2021-06-01T09:30:00+08:00')).toEqual([here])
    expect(await valued(records.sweep(here, timestamp('2021-05-01T09:30:00+08:00')))).toBe(0)
    expect(await valued(records.sweep(there, timestamp('2021-06-01T09:30:00+08:00')))).toBe(0)
    expect(await valued(records.errors(here, importId))).not.toBeNull()
    expect(await valued(records.sweep(here, timestamp('2021-06-01T09:30:00+08:00')))).toBe(1)
    expect(await due('2021-06-01T09:30:00+08:00')).toEqual([])
    expect(await valued(records.errors(here, importId))).toBeNull()
    expect(await digestOf(records)).toBe(before)
    expect(await valued(records.versions(here, 'ratings', 'city/R1'))).toHaveLength(1)
  })
}

/** Keeps what people wrote as it is. */
const PLAIN = {
  ...RATINGS,
  columns: Object.fromEntries(
    Object.entries(RATINGS.columns).map(([name, mapping]) => [name, { ...mapping, privacy: 'keep' as const }]),
  ),
}

export async function errorsOf(records: RecordStore, importId: string): Promise<string> {
  const file = await valued(records.errors(here, importId))
  const pieces: Uint8Array[] = []
  for await (const piece of file?.content ?? []) pieces.push(piece)
  const content = Buffer.concat(pieces)
  expect(file?.bytes).toBe(content.length)
  return content.toString()
}

/** The error file as a person changed it; answers where it lies. */
async function corrected(records: RecordStore, importId: string, change: (text: string) => string): Promise<string> {
  const before = await errorsOf(records, importId)
  const after = change(before)
  expect(after).not.toBe(before)
  return textFile(after)
}
