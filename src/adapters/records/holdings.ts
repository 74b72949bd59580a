import { createHash } from 'node:crypto'
import type { Holdings, ImportReport, SetHoldings } from '../../app/ports/record-store.ts'
import type { Stored } from '../../app/ports/store-fault.ts'
import type { TenantId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { DATA_SETS } from '../../core/records/data-sets.ts'
import type { Catalog } from './catalog.ts'
import type { HeldLine } from './held-line.ts'
import type { RecordFile } from './record-files.ts'

/** The digest is over a line for each current file: its set, its month and the digest of its bytes, in that order. */
export async function holdings(catalog: Catalog, tenantId: TenantId): Promise<Stored<Holdings>> {
  const held = await catalog.files(tenantId)
  if (!held.ok) return held
  const imports = await catalog.imports(tenantId)
  if (!imports.ok) return imports
  const line = await catalog.line(tenantId)
  if (!line.ok) return line
  return accepted(holdingsOf(held.value, imports.value, line.value))
}

function holdingsOf(held: readonly RecordFile[], imports: readonly ImportReport[], line: HeldLine | null): Holdings {
  const files = held.filter(({ part }) => part === 'current')
  const lines = files.map(({ dataSet, month, digest }) => `${dataSet} ${month} ${digest}\n`).toSorted()
  return {
    digest: createHash('sha256').update(lines.join('')).digest('hex'),
    calendarVersion: line?.version ?? null,
    anchor: line?.anchor ?? null,
    sets: DATA_SETS.map(({ name }) => files.filter(({ dataSet }) => dataSet === name))
      .filter((own) => own.length > 0)
      .map((own) => setHoldings(own, imports)),
  }
}

/** How many records the current ones of the files hold. */
export function currentRecords(files: readonly RecordFile[]): number {
  return files.reduce((sum, { part, records }) => sum + (part === 'current' ? records : 0), 0)
}

function setHoldings(files: readonly RecordFile[], imports: readonly ImportReport[]): SetHoldings {
  const dataSet = files[0]?.dataSet ?? 'service_cases'
  const own = imports.filter((report) => report.dataSet === dataSet)
  return {
    dataSet,
    records: currentRecords(files),
    months: files.map(({ month, records, sources }) => ({
      month,
      records,
      sources: sources.map((one) => ({
        source: one.source,
        records: one.records,
        imports: own.filter(({ source, months }) => source === one.source && months.includes(month)).length,
      })),
    })),
    sources: [...new Set(files.flatMap(({ sources }) => sources.map(({ source }) => source)))].toSorted(),
    lastImportAt: own[0]?.at ?? null,
  }
}
