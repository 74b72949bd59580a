import type { ImportProfile } from '../../core/records/import-profile.ts'
import type { YearCenter } from '../example-year/year-setting.ts'
import type { SourceExport, SourceExports } from '../ports/source-exports.ts'
import { answered, type Answer } from '../problem.ts'
import type { ExampleRow } from './example-row.ts'
import { cellsOf } from './source-cells.ts'
import { headerOf, profileOf, type SourceForm } from './source-form.ts'
import { SOURCE_FORMS } from './source-forms.ts'

/** One file as it was written, and the profile that reads it. */
export interface WrittenSource {
  readonly path: string
  readonly fileName: string
  readonly form: Pick<SourceForm, 'kind' | 'encoding' | 'title'>
  readonly rows: number
  readonly bytes: number
  readonly profile: ImportProfile
}

/**
 * Writes records the way their sources do, each into its own file of `folder`, in one pass and as a stream. A source without
 * a record has no file. `onProgress` hears of every ten thousandth record.
 */
export async function writeSources(
  exports: SourceExports,
  given: { readonly folder: string; readonly centers: readonly YearCenter[]; readonly rows: Iterable<ExampleRow> },
  onProgress: (rows: number) => void,
): Promise<Answer<readonly WrittenSource[]>> {
  const { folder, centers, rows } = given
  const open = new Map<string, OpenSource>()
  let written = 0
  for (const row of rows) {
    const key = `${row.source}/${row.dataSet}`
    let source = open.get(key)
    if (source === undefined) {
      const opened = await openSource(exports, folder, centers, formOf(row))
      if (!opened.ok) return opened
      source = opened.value
      open.set(key, source)
    }
    source.rows += 1
    const slower = source.file.write(source.cells(row.values))
    if (slower !== null) await slower
    written += 1
    if (written % PROGRESS_ROWS === 0) onProgress(written)
  }
  const sources: WrittenSource[] = []
  for (const form of SOURCE_FORMS) {
    const source = open.get(`${form.source}/${form.dataSet}`)
    if (source === undefined) continue
    const bytes = await source.file.close()
    if (!bytes.ok) return bytes
    sources.push({
      path: source.path,
      fileName: form.fileName,
      form,
      rows: source.rows,
      bytes: bytes.value,
      profile: profileOf(form, centers),
    })
  }
  return answered(sources)
}

const PROGRESS_ROWS = 10_000

interface OpenSource {
  readonly path: string
  readonly file: SourceExport
  readonly cells: ReturnType<typeof cellsOf>
  rows: number
}

async function openSource(
  exports: SourceExports,
  folder: string,
  centers: readonly YearCenter[],
  form: SourceForm,
): Promise<Answer<OpenSource>> {
  const path = `${folder}/${form.fileName}`
  const { kind, encoding } = form
  const opened = await exports.open(path, { kind, encoding, header: headerOf(form) })
  return opened.ok ? answered({ path, file: opened.value, cells: cellsOf(form, centers), rows: 0 }) : opened
}

function formOf({ source, dataSet }: ExampleRow): SourceForm {
  const form = SOURCE_FORMS.find((one) => one.source === source && one.dataSet === dataSet)
  if (form === undefined) throw new Error(`no source ${source} of ${dataSet}`)
  return form
}
