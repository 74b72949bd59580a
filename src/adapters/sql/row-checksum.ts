import { crc32 } from 'node:zlib'
import { corruption } from './corruption.ts'
import { integerOf, type SqlRow, type SqlValue } from './row.ts'

/**
 * SQLite keeps no checksums of its pages: a byte that turned on the disk is read as if it had been written. CRC-32 finds every
 * change of up to four bytes in a row; it is no protection against people, who could make it anew.
 */
export function rowChecksum(...values: readonly SqlValue[]): number {
  return crc32(JSON.stringify(values))
}

/** As `checkRow`, for tables that had no checksums at first: a row that was not written since has none. */
export function checkRowIfSummed(row: SqlRow, columns: readonly string[], what: string): void {
  if (row['checksum'] !== null) checkRow(row, columns, what)
}

/** The values of the named columns, which `checksum` must cover in this order. `what` names the row to a person. */
export function checkRow(row: SqlRow, columns: readonly string[], what: string): void {
  const sum = rowChecksum(...columns.map((column) => row[column] ?? null))
  if (sum !== integerOf(row, 'checksum')) throw corruption(`${what}的校验和不符`)
}
