import { expect, test } from 'vitest'
import type { DocumentWriter, DocumentWritten } from '../../../app/ports/document-writer.ts'
import { sampleLetter } from '../../../../test/documents/sample-letter.ts'
import { inLine } from './in-line.ts'

const SET: DocumentWritten = { ok: true, rows: [], pages: null }
const BUSY: DocumentWritten = { ok: false, fault: { code: 'documents-busy', waiting: 1 } }

test('two are set at once, a third waits, a fourth is told that the line is full, and then there is room again', async () => {
  const begun: string[] = []
  const ends: (() => void)[] = []
  const writer: DocumentWriter = {
    write: async (_asked, _form, path) => {
      begun.push(path)
      await new Promise<void>((resolve) => ends.push(resolve))
      return SET
    },
  }
  const line = inLine(writer, { atOnce: 2, waiting: 1 })
  const ask = async (path: string) => line.write(sampleLetter, 'pdf', path, () => Promise.resolve(null))
  const asked = [ask('1'), ask('2'), ask('3')]
  expect(await ask('4')).toEqual(BUSY)
  expect(begun).toEqual(['1', '2'])
  ends[0]?.()
  expect(await asked[0]).toEqual(SET)
  expect(begun).toEqual(['1', '2', '3'])
  const later = ask('5')
  for (const at of [1, 2]) ends[at]?.()
  expect(await Promise.all([asked[1], asked[2]])).toEqual([SET, SET])
  ends[3]?.()
  expect(await later).toEqual(SET)
})
