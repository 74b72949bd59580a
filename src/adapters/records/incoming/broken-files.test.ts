import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BROKEN_FILES } from '../../../../test/records/broken/broken-files.ts'
import { readWhole } from '../../../../test/records/read-prepared.ts'
import { rowsExplained } from '../../../../test/records/rows-explained.ts'
import { prepareFile } from './prepare-file.ts'

let folder: string
let work: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'incoming-'))
  work = await mkdtemp(join(tmpdir(), 'incoming-work-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await rm(work, { recursive: true })
})

const watch = { onProgress: () => undefined, signal: null }

/** What the person is told of a file: the code and the words. `taken` where there is nothing to say. */
async function toldOf(path: string, fileName: string): Promise<{ readonly code: string; readonly message: string }> {
  const prepared = await prepareFile(path, fileName, work, watch)
  if (!prepared.ok) return prepared.refusal
  try {
    if (prepared.value.faulty.count === 0 && (await readWhole(prepared.value)) !== null)
      return { code: 'taken', message: '' }
    const faults = await rowsExplained(prepared.value, fileName, folder)
    if (!faults.ok) return faults.refusal
    const [{ row, column, code, message } = { row: 0, column: null, code: 'unexplained', message: '' }] = faults.value
    return { code, message: `第 ${row} 行 ${column ?? ''} ${message}` }
  } finally {
    await prepared.value.discard()
  }
}

test.each(BROKEN_FILES.map(([kind, make, code, ...contains]) => ({ kind, make, code, contains })))(
  '$kind is told as what it is',
  async ({ make, code, contains }) => {
    const path = join(folder, 'broken')
    await writeFile(path, await make())
    const told = await toldOf(path, '三月.csv')
    expect(told).toMatchObject({ code })
    for (const words of contains) expect(told.message).toContain(words)
    expect(await readdir(work)).toEqual([])
  },
)
