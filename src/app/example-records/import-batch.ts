import { id, type PersonId, type TenantId } from '../../core/kernel/identifiers.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import type { WorkdayLine } from '../../core/records/workday-line.ts'
import type { YearCenter } from '../example-year/year-setting.ts'
import { refusedAnswer } from '../folder-records/refused-answer.ts'
import type { Clock } from '../ports/clock.ts'
import type { ProfileStore } from '../ports/profile-store.ts'
import type { ImportReport, RecordStore } from '../ports/record-store.ts'
import type { SourceExports } from '../ports/source-exports.ts'
import { answered, failed, type Answer } from '../problem.ts'
import type { ExampleRow } from './example-row.ts'
import { writeSources, type WrittenSource } from './write-sources.ts'

/** A file as it was written and taken in. `ms` is how long the import took. */
export interface ImportedSource extends WrittenSource {
  readonly report: ImportReport
  readonly ms: number
}

const CLERK = id<PersonId>('clerk-1')

export interface Batch {
  /** Tells this batch's imports from those of another. */
  readonly name: string
  readonly folder: string
  readonly rows: Iterable<ExampleRow>
  readonly centers: readonly YearCenter[]
  readonly line: WorkdayLine
  readonly tenantId: TenantId
  readonly at: Timestamp
}

/** Records written as their sources write them, and each file imported by its profile, as a clerk would. */
export async function importBatch(
  ports: {
    readonly exports: SourceExports
    readonly records: Pick<RecordStore, 'importFile'>
    readonly profiles: Pick<ProfileStore, 'confirm'>
    readonly clock: Pick<Clock, 'epochMs'>
  },
  batch: Batch,
  progress: (step: string) => void,
): Promise<Answer<readonly ImportedSource[]>> {
  const written = await writeSources(ports.exports, batch, (rows) => progress(`写出业务系统的导出文件，${rows}条`))
  if (!written.ok) return written
  const imported: ImportedSource[] = []
  for (const [at, source] of written.value.entries()) {
    const name = `导入 ${at + 1}/${written.value.length} ${source.fileName}`
    progress(name)
    const confirmed = await ports.profiles.confirm(batch.tenantId, {
      profile: source.profile,
      by: CLERK,
      at: batch.at,
    })
    if (!confirmed.ok) return refusedAnswer(confirmed.refusal)
    const from = ports.clock.epochMs()
    const taken = await importSource(ports.records, batch, source, (share) => progress(`${name} ${share}`))
    if (!taken.ok) return taken
    imported.push({ ...source, report: taken.value, ms: ports.clock.epochMs() - from })
  }
  return answered(imported)
}

async function importSource(
  records: Pick<RecordStore, 'importFile'>,
  { name, centers, line, tenantId, at }: Batch,
  { path, fileName, profile }: WrittenSource,
  progress: (share: string) => void,
): Promise<Answer<ImportReport>> {
  const imported = await records.importFile(
    tenantId,
    { path, fileName, profile, centers: centers.map((center) => center.id), line },
    { importId: `${name}-${profile.id}`, by: CLERK, at },
    {
      onProgress: ({ done, total, unit }) =>
        progress(unit === 'rows' ? `${done}${total === null ? '' : `/${total}`}行` : ''),
      signal: null,
    },
  )
  if (!imported.ok) return refusedAnswer(imported.refusal)
  const outcome = imported.value
  if (outcome.kind === 'imported') return answered(outcome.report)
  const [fault] = outcome.faults
  const message = `${fileName}有${outcome.faulty}行不能导入，第一处：第${fault?.row ?? 0}行 ${fault?.column ?? ''} ${fault?.message ?? ''}`
  return failed({ code: 'refused', reason: fault?.code ?? 'faulty', message })
}
