import type { OfficeSource } from '../../app/ports/office-copy.ts'
import type { Stored } from '../../app/ports/store-fault.ts'
import { accepted } from '../../core/kernel/outcome.ts'

/** The first table that holds anything, with how much; null where an office has yet to begin. */
export async function firstFilled({
  tables,
  count,
}: Pick<OfficeSource, 'tables' | 'count'>): Promise<Stored<{ readonly name: string; readonly rows: number } | null>> {
  for (const table of tables) {
    const rows = await count(table)
    if (!rows.ok) return rows
    if (rows.value > 0) return accepted({ name: table.name, rows: rows.value })
  }
  return accepted(null)
}
