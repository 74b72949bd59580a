import type { Kept } from '../../../app/ports/record-store.ts'
import { accepted } from '../../../core/kernel/outcome.ts'
import { csvTable } from './csv-table.ts'
import type { Incoming } from './incoming.ts'
import type { IncomingTable } from './incoming-table.ts'
import { openJson } from './json-table.ts'
import type { Recognised } from './recognised.ts'
import { openWorkbook } from './workbook/workbook-table.ts'

/** The records of a file that DuckDB cannot read as it is, whatever it is. */
export async function openTable(
  incoming: Incoming,
  recognised: Exclude<Recognised, { readonly kind: 'parquet' }>,
): Promise<Kept<IncomingTable>> {
  switch (recognised.kind) {
    case 'csv':
      return accepted(csvTable(incoming, recognised.encoding, recognised.shape, recognised.names))
    case 'jsonl':
      return openJson(incoming, recognised.encoding, recognised.form)
    case 'xlsx':
      return openWorkbook(incoming, recognised.parts)
  }
}
