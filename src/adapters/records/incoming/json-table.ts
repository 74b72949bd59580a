import { refusedRecords } from '../../../app/ports/record-refusals.ts'
import type { Kept } from '../../../app/ports/record-store.ts'
import { accepted } from '../../../core/kernel/outcome.ts'
import { recordFault, type RecordFault } from '../../../core/records/record-faults.ts'
import { checkHeader } from './check-header.ts'
import { SAMPLE_ROWS } from './csv-shape.ts'
import { decodedPieces } from './decoded-pieces.ts'
import { halt } from './halt.ts'
import type { Incoming } from './incoming.ts'
import type { IncomingRow, IncomingTable } from './incoming-table.ts'
import { jsonArrayRecords, jsonLineRecords, type JsonRecord } from './json-records.ts'
import { strangeFile } from './strange-file.ts'
import type { TextEncoding } from './text-encoding.ts'

/** JSON lines, or a small array of them: the columns are all names in the first 200 records. */
export async function openJson(
  incoming: Incoming,
  encoding: TextEncoding,
  form: 'lines' | 'array',
): Promise<Kept<IncomingTable>> {
  const { fileName, limits } = incoming
  const pieces = decodedPieces(incoming.file, fileName, encoding, incoming.progress.decoded)
  if (form === 'lines') return tableOf(incoming, jsonLineRecords(pieces))
  if (incoming.bytes > limits.arrayBytes) return strangeFile(fileName, 'json-array')
  let text = ''
  for await (const piece of pieces) text += piece
  const records = jsonArrayRecords(text)
  return records === null
    ? refusedRecords('file-damaged', fileName, 'JSON 数组不完整')
    : tableOf(incoming, oneBatch(records))
}

async function* oneBatch(records: readonly JsonRecord[]): AsyncGenerator<readonly JsonRecord[]> {
  yield records
}

async function tableOf(
  { fileName }: Incoming,
  batches: AsyncGenerator<readonly JsonRecord[]>,
): Promise<Kept<IncomingTable>> {
  const first: JsonRecord[] = []
  let isAll = false
  while (first.length < SAMPLE_ROWS && !isAll) {
    const { value, done } = await batches.next()
    if (done === true) isAll = true
    else first.push(...value)
  }
  const header: string[] = []
  const columns = new Map<string, number>()
  for (const { object } of first.slice(0, SAMPLE_ROWS)) {
    for (const name of object.names) {
      if (columns.has(name)) continue
      columns.set(name, header.length)
      header.push(name)
    }
  }
  if (first.length === 0) return refusedRecords('file-no-rows', fileName)
  if (header.length === 0) return nothingIn(fileName, first)
  const blank = header.findIndex((name) => name.trim() === '')
  if (blank !== -1) return refusedRecords('header-blank', fileName, String(blank + 1), String(first[0]?.row ?? 1))
  const names = checkHeader(fileName, header, [])
  if (!names.ok) return names
  const incomingRow = (record: JsonRecord): IncomingRow => {
    const { row, object } = record
    const cells = header.map(() => '')
    const faults: RecordFault[] = []
    for (const [index, name] of object.names.entries()) {
      const value = object.values[index] ?? ''
      const column = columns.get(name)
      if (column === undefined) faults.push(recordFault({ row, column: name, value }, 'key-unknown', name))
      else cells[column] = value
    }
    if (object.ok) return { row, cells, faults }
    if (record.isLastUnended && object.fault === 'line-not-record') halt(cut(fileName))
    return { row, cells, faults: [...faults, faultOf(row, object.fault, object.name)] }
  }
  const rows = async function* () {
    yield first.map(incomingRow)
    for await (const batch of batches) yield batch.map(incomingRow)
  }
  return accepted({ header: names.value, rows: rows() })
}

function nothingIn(fileName: string, records: readonly JsonRecord[]) {
  const last = records.at(-1)
  if (records.length === 1 && last?.isLastUnended === true) return cut(fileName)
  return strangeFile(fileName, 'json')
}

function cut(fileName: string) {
  return refusedRecords('file-damaged', fileName, '最后一行停在半中间')
}

function faultOf(
  row: number,
  fault: 'value-nested' | 'key-doubled' | 'text-broken' | 'line-not-record',
  name: string | null,
) {
  const at = { row, column: name, value: null }
  switch (fault) {
    case 'line-not-record':
    case 'value-nested':
      return recordFault(at, fault)
    case 'key-doubled':
    case 'text-broken':
      return recordFault(at, fault, name ?? '')
  }
}
