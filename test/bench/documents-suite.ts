import { execFile } from 'node:child_process'
import { mkdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { pdfWriter } from '../../src/adapters/documents/outgoing/pdf/write-pdf.ts'
import { writeWord } from '../../src/adapters/documents/outgoing/word/write-word.ts'
import { writeWorkbook } from '../../src/adapters/documents/outgoing/workbook/write-workbook.ts'
import { findingList } from '../../src/app/documents/finding-list.ts'
import { scoreSheet } from '../../src/app/documents/score-sheet.ts'
import type { DocumentWritten, PictureSource } from '../../src/app/ports/document-writer.ts'
import { differingCounts } from '../../src/core/document/differing-counts.ts'
import type { OfficialDocument } from '../../src/core/document/official-document.ts'
import { bareWorkbook } from './bare-workbook.ts'
import { manyFindings } from './many-findings.ts'
import { alternate, peakOfChildren, timed, type Timing } from './measure.ts'
import { scoredCenters } from './scored-centers.ts'
import type { Row, Size, Suite } from './suite.ts'

/** What an office asks for at the year's end: every center's sheet in every form, and one workbook of everything that was found. */
export const documentsSuite: Suite = {
  name: 'documents',
  about: 'score sheets of 220 centers in each form; a workbook of 100,000 findings',
  parts: ['word', 'excel', 'pdf', 'findings', 'beside'],
  run: async (part, size) => {
    const folder = join(tmpdir(), `mingheng-bench-documents-${part}-${process.pid}`)
    await mkdir(folder, { recursive: true })
    try {
      if (part === 'findings') return await findingsRows(folder, size)
      if (part === 'beside') return await besideRows(folder, size)
      return await sheetRows(folder, part, size)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
}

type Write = (document: OfficialDocument, path: string, pictures: PictureSource) => Promise<DocumentWritten>

const FORMS: Readonly<Record<string, { readonly name: string; readonly write: () => Write }>> = {
  word: { name: 'Word', write: () => writeWord },
  excel: { name: 'Excel, with its formulas', write: () => writeWorkbook },
  pdf: { name: 'PDF', write: () => pdfWriter(null) },
}

const MOST_MEGABYTES = 300

async function sheetRows(folder: string, part: string, size: Size): Promise<Row[]> {
  const form = FORMS[part]
  if (form === undefined) throw new Error(`no form ${part}`)
  const all = await scoredCenters(size === 'quick' ? 3 : 220)
  const write = form.write()
  const time = await timed(1, 0, async () => {
    for (const [at, facts] of all.entries()) await written(write, scoreSheet(facts), join(folder, `${at}`))
  })
  // The typesetter is a process of its own, which waits for the next document.
  const beside = part === 'pdf' ? Math.round(peakOfChildren()) : 0
  return [
    {
      what: `sheets in ${form.name}${beside === 0 ? '' : `; the process that sets them took ${beside} MB beside`}`,
      time,
      per: `${all.length} sheets`,
      count: all.length,
      unit: 'sheets',
      isByClock: true,
    },
  ]
}

/** In a process that loads nothing else: the one that runs the suites has loaded them all. */
async function findingsRows(folder: string, size: Size): Promise<Row[]> {
  const count = findingCount(size)
  const script = join(import.meta.dirname, 'list-alone.ts')
  const words = ['--import', 'tsx', script, String(count), join(folder, 'list.xlsx')]
  const { stdout } = await promisify(execFile)(process.execPath, words)
  const { time, peakMegabytes: peak } = JSON.parse(stdout) as { time: Timing; peakMegabytes: number }
  if (peak > MOST_MEGABYTES) throw new Error(`a workbook of ${count} findings took ${peak} MB`)
  const aim = `${MOST_MEGABYTES} MB`
  const what = `the list as a workbook, alone: ${peak} MB`
  return [{ what, time, per: 'workbook', count, unit: 'rows', aim, isReached: true }]
}

async function besideRows(folder: string, size: Size): Promise<Row[]> {
  const count = findingCount(size)
  const facts = await manyFindings(count)
  const table = findingList(facts).blocks.find((block) => block.kind === 'table')?.table
  if (table === undefined) throw new Error('a list without its table')
  const { timings, ratios } = await alternate(
    { rounds: size === 'quick' ? 1 : 3, warmUps: size === 'quick' ? 0 : 1 },
    (round) => join(folder, `${round}`),
    [
      async (path) => {
        const rows = await bareWorkbook(table, `${path}-bare.xlsx`)
        if (rows !== count) throw new Error(`${rows} rows of ${count}`)
      },
      (path) => written(writeWorkbook, findingList(facts), `${path}.xlsx`),
    ],
  )
  const [bare, ours] = timings
  if (!bare || !ours) return []
  const about = { per: 'workbook', count, unit: 'rows' } as const
  const ratio = ratios[1] ?? 0
  return [
    { what: 'exceljs itself, the same cells without any look', time: bare, ...about },
    { what: 'the list as a workbook', time: ours, ...about, ratio, than: 'exceljs', aim: '2x', isReached: ratio <= 2 },
  ]
}

function findingCount(size: Size): number {
  return size === 'quick' ? 1000 : 100_000
}

async function written(write: Write, document: OfficialDocument, path: string): Promise<void> {
  const result = await write(document, path, () => Promise.resolve(null))
  if (!result.ok) throw new Error(JSON.stringify(result.fault))
  const [differing] = differingCounts(document.proof, result.rows)
  if (differing !== undefined) throw new Error(JSON.stringify(differing))
}
