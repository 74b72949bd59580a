import type { Kept } from '../../../app/ports/record-store.ts'
import { accepted } from '../../../core/kernel/outcome.ts'
import { csvTable } from './csv-table.ts'
import type { Incoming } from './incoming.ts'
import type { IncomingTable } from './incoming-table.ts'
import { openJson } from './json-table.ts'
import type { Recognized } from './recognized.ts'
import { openWorkbook } from './workbook/workbook-table.ts'

/** The records of a file that DuckDB cannot read as it is, whatever it is. */
export async function openTable(
  incoming: Incoming,
  recognized: Exclude<Recognized, { readonly kind: 'parquet' }>,
): Promise<Kept<IncomingTable>> {
  switch (recognized.kind) {
    case 'csv':
      return accepted(csvTable(incoming, recognized.encoding, recognized.shape, recognized.names))
    case 'jsonl':
      return openJson(incoming, recognized.encoding, recognized.form)
    case 'xlsx':
      return openWorkbook(incoming, recognized.parts)
  }
}
