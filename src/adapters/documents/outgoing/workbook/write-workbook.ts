/**
 * Sets a document as a workbook: first the document as it is, to read and print, then a sheet for each table that its formulas
 * compute from. Rows are written as they come, so that 100,000 of them never stand in memory together.
 */
import { rm } from 'node:fs/promises'
import type { StatedCount } from '../../../../core/document/document-proof.ts'
import type { OfficialDocument } from '../../../../core/document/official-document.ts'
import type { DocumentWritten, PictureSource } from '../../../../app/ports/document-writer.ts'
import { bookPictures } from './book-pictures.ts'
import { styleNumbers } from './cell-style.ts'
import { pageOptions } from './sheet-pages.ts'
import { openSheet, type BookContext } from './sheet-writer.ts'
import { openStreamedBook, type StreamedBook } from './streamed-book.ts'
import type { TablePlan } from './table-plan.ts'
import { planWorkbook, type WorkbookPlan } from './workbook-plan.ts'
import { beginTable, filteredRange, writeStretch, type TableRun } from './write-tables.ts'

/** A sheet of Excel ends at 1,048,576 rows; a table goes on in the next one before, so that what stands below it has room. */
const ROWS_PER_SHEET = 1_000_000
const SHEET_END = 1_048_576

export async function writeWorkbook(
  document: OfficialDocument,
  path: string,
  pictures: PictureSource,
  rowsPerSheet = ROWS_PER_SHEET,
): Promise<DocumentWritten> {
  const plan = planWorkbook(document, rowsPerSheet)
  const rows = plan.front.lines
  if (rows > SHEET_END) return { ok: false, fault: { code: 'document-too-long', form: 'xlsx', rows, limit: SHEET_END } }
  const book = openStreamedBook(path, madeOn(document))
  try {
    const counts = await writeSheets({ document, plan, book, pictures, rowsPerSheet })
    await book.close()
    return { ok: true, rows: counts, pages: null }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : null
    await book.abandon()
    if (code !== 'EEXIST') await rm(path, { force: true })
    if (code === null) throw error
    return { ok: false, fault: { code: 'document-not-written', path, detail: code } }
  }
}

interface Writing {
  readonly document: OfficialDocument
  readonly plan: WorkbookPlan
  readonly book: StreamedBook
  readonly pictures: PictureSource
  readonly rowsPerSheet: number
}

async function writeSheets({ document, plan, book, pictures, rowsPerSheet }: Writing): Promise<StatedCount[]> {
  const context: BookContext = {
    book,
    places: plan.places,
    styleOf: styleNumbers(book.addStyle),
    mediaOf: bookPictures(book.addPicture, pictures),
  }
  const runs: TableRun[] = []
  try {
    for (const part of await writeFront()) runs.push(await finished(part))
    for (const table of plan.workings) {
      const run = beginTable(table, rowsPerSheet)
      runs.push(await finished(await writeAlone(table.sheets[0]?.name ?? '', run)))
    }
  } finally {
    for (const { source } of runs) await source.return(undefined)
  }
  return runs.map(({ plan, rows }) => ({ table: plan.setting.table.id, rows }))

  async function writeFront(): Promise<TableRun[]> {
    const { name, grid, parts, titleRow, listed } = plan.front
    const head = listed?.sheets[0]?.head ?? null
    const view = { showGridLines: false, ...(head === null ? {} : { state: 'frozen' as const, ySplit: head }) }
    const options = { ...pageOptions(document, titleRow), views: [view] }
    const sheet = openSheet(context, { name, widths: grid.widths, options })
    const begun: TableRun[] = []
    let filter: string | null = null
    for (const part of parts) {
      if (part.kind === 'lines') for (const line of part.lines) await sheet.put(line)
      else {
        const table = planOf(part.table.id)
        const at = sheet.next()
        const run = await writeStretch(sheet, beginTable(table, rowsPerSheet))
        if (table === listed) filter = filteredRange(run, at)
        begun.push(run)
      }
    }
    await sheet.close(filter)
    return begun
  }

  /** On further sheets, where one did not take all. */
  async function finished(begun: TableRun): Promise<TableRun> {
    let run = begun
    for (let i = 1; !run.isOver; i++) {
      const { setting, sheets } = run.plan
      run = await writeAlone(sheets[i]?.name ?? plan.nameNext(`${setting.table.name}（续${i}）`), run)
    }
    return run
  }

  async function writeAlone(name: string, run: TableRun): Promise<TableRun> {
    const page = pageOptions({ layout: 'form', isLandscape: true }, 1)
    const options = { ...page, views: [{ state: 'frozen' as const, ySplit: 1 }] }
    const sheet = openSheet(context, { name, widths: run.plan.setting.grid.widths, options })
    const after = await writeStretch(sheet, run)
    await sheet.close(filteredRange({ ...after, rows: after.rows - run.rows }, 1))
    return after
  }

  function planOf(id: string): TablePlan {
    const found = plan.plans.get(id)
    if (!found) throw new Error(`no table ${id}`)
    return found
  }
}

/** The day that stands on the document, so that the same document is the same file; else the first day that a file can bear. */
function madeOn({ closing }: OfficialDocument): Date {
  const day = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/u.exec(closing?.date ?? '')
  return new Date(day ? Date.UTC(Number(day[1]), Number(day[2]) - 1, Number(day[3])) : Date.UTC(1980, 0, 1))
}
