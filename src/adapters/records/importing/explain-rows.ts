import { checkRow, type RawRow } from '../../../core/records/check-row.ts'
import { recordFault, type RecordFault } from '../../../core/records/record-faults.ts'
import { streamRows, type PlainValue } from '../duckdb-rows.ts'
import type { FaultyRow } from '../incoming/faulty-rows.ts'
import type { ImportJob } from './import-job.ts'
import { rowSql } from './row-sql.ts'

/**
 * Finds the rows at fault again, this time with their cells and places, and keeps them in the job's table `at_fault`: those that
 * SQL flagged, and those whose id another row has with other content.
 */
export async function gatherFaulty({ set, asked, source, on, connection }: ImportJob): Promise<void> {
  const also = ['place', ...source.columns]
  const rows = rowSql(set, asked.profile, source, on, { from: source.fromInOrder, also })
  await connection.run(`CREATE TABLE job.at_fault AS
    SELECT ${also.join(', ')}, record_id AS known_id, record_id IN (FROM job.clashing) AS clashes
    FROM (${rows}) WHERE is_faulty OR record_id IN (FROM job.clashing)`)
}

/** Says what is wrong with each, in the order of the file. */
export async function* explainRows(job: ImportJob): AsyncGenerator<FaultyRow> {
  const { source, connection } = job
  const columns = source.columns.map((column) => `f.${column}`).join(', ')
  const found = streamRows(
    connection,
    `SELECT f.place, coalesce(f.clashes, false), s.places[1], s.places[2], f.known_id, ${columns}
     FROM job.at_fault f LEFT JOIN
       (SELECT known_id, list(place ORDER BY place) AS places FROM job.at_fault WHERE clashes GROUP BY known_id) s
       ON f.clashes AND s.known_id = f.known_id
     ORDER BY f.place`,
  )
  for await (const [place, clashes, first, second, knownId, ...values] of found) {
    const at = Number(place)
    const cells = values.map((value: PlainValue) => (value === null ? '' : String(value)))
    const row = source.rowOf(at)
    const faults = [...valueFaults(job, row, cells)]
    if (clashes === true) {
      const other = source.rowOf(Number(first === at ? second : first))
      faults.push(clashFault(job, { row, cells: named(job, cells) }, String(knownId), other))
    }
    if (faults.length === 0) throw new Error(`SQL finds row ${row} at fault and the rules do not: ${cells.join('|')}`)
    yield { row, cells, faults }
  }
}

function valueFaults(job: ImportJob, row: number, cells: readonly string[]): readonly RecordFault[] {
  return checkRow(job.set, job.asked.profile, job.on, { row, cells: named(job, cells) })
}

function clashFault({ asked }: ImportJob, { row, cells }: RawRow, id: string, other: number): RecordFault {
  const from = asked.profile.columns['record_id']?.from
  const column = from?.kind === 'column' ? from.header : null
  const value = column === null ? null : (cells[column] ?? '')
  return recordFault({ row, column, value }, 'key-repeated', id, String(other))
}

function named({ source }: ImportJob, cells: readonly string[]): RawRow['cells'] {
  return Object.fromEntries(source.header.map((name, at) => [name, cells[at] ?? '']))
}
