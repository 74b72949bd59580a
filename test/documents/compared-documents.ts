import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DocumentForm } from '../../src/app/ports/document-writer.ts'
import type { ScoreSheet } from '../../src/core/scoring/score-sheet.ts'
import { differences, type InForms } from './differing-figures.ts'
import { allRecalculated } from './office-tools.ts'
import { figuresInPdf, figuresInWord, figuresInWorkbook } from './read-figures.ts'

export type Get = (url: string) => Promise<Buffer>
export type Files = Readonly<Record<DocumentForm, string>>

/** What the interface answers, and the documents that must agree with it. */
export interface Compared {
  readonly what: string
  readonly sheets: readonly ScoreSheet[]
  readonly files: Files
}

const FORMS = ['docx', 'xlsx', 'pdf'] as const

/** The sheets of the centers, and the document at `place` in every form. */
export async function comparedAt(
  get: Get,
  folder: string,
  place: string,
  days: string,
  centers: readonly string[],
): Promise<Compared> {
  const root = place.replace(/\/(?:all-)?sheets.*$/u, '')
  const sheets: ScoreSheet[] = []
  for (const centerId of centers) sheets.push(await sheetAt(get, root, centerId, days))
  const name = `${place} ${days}`.replaceAll(/[^\w-]/gu, '_')
  const files = await allWritten(folder, name, async (form, path) =>
    writeFile(path, await get(`${place}/document?form=${form}${days === '' ? '' : `&${days}`}`)),
  )
  return { what: `${place} ${days}`, sheets, files }
}

/** Everything in which a document shows other figures than the interface; every workbook is computed anew, by one start of LibreOffice. */
export async function allDifferences(compared: readonly Compared[]): Promise<string[]> {
  const workbooks = await allRecalculated(compared.map(({ files }) => files.xlsx))
  const found: string[] = []
  for (const [at, { what, sheets, files }] of compared.entries())
    for (const one of differences(sheets, await shownIn(files, workbooks[at] ?? ''))) found.push(`${what}：${one}`)
  return found
}

export async function shownIn({ docx, pdf }: Files, computed: string): Promise<InForms> {
  return { Word: await figuresInWord(docx), Excel: await figuresInWorkbook(computed), PDF: await figuresInPdf(pdf) }
}

export async function sheetAt(get: Get, root: string, centerId: string, days: string): Promise<ScoreSheet> {
  return jsonIn<{ sheet: ScoreSheet }>(await get(`${root}/sheets/${centerId}${days === '' ? '' : `?${days}`}`)).sheet
}

export async function allWritten(
  folder: string,
  name: string,
  write: (form: DocumentForm, path: string) => Promise<unknown>,
): Promise<Files> {
  const placeOf = (form: DocumentForm) => join(folder, `${name}.${form}`)
  for (const form of FORMS) await write(form, placeOf(form))
  return { docx: placeOf('docx'), xlsx: placeOf('xlsx'), pdf: placeOf('pdf') }
}

export function jsonIn<Answer>(content: Buffer): Answer {
  return JSON.parse(content.toString('utf8')) as Answer
}
