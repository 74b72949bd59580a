import type { TenantId } from '../../core/kernel/identifiers.ts'
import type { Outcome } from '../../core/kernel/outcome.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import type { Digest, LedgerHeader } from '../../core/ledger/chain.ts'
import type { DigestsBy } from '../../core/proof/digests.ts'
import { bundleVerifier, NO_ANCHOR } from '../../core/proof/verify-bundle.ts'
import type { CheckedHouse, DatabaseCheck, DataHouse, OpenData, RecordsCheck, Unlooked } from '../ports/data-house.ts'
import { storedSource } from './stored-source.ts'
import { writeBundle } from './write-bundle.ts'

/** Whether a data folder still holds what was written to it, and whether all of it adds up. */
export interface DataReport {
  readonly databases: readonly DatabaseCheck[]
  readonly assessments: readonly AssessmentCheck[]
  readonly evidence: EvidenceReport
  readonly records: RecordsReport
  /** What was not looked at is no part of what holds. */
  readonly unlooked: Unlooked
  /** Why the stores could not be opened, so that the rest could not be looked at; null where they could. */
  readonly unopened: string | null
  readonly holds: boolean
}

/** One assessment, exported and verified without being written anywhere. */
export interface AssessmentCheck {
  readonly tenantId: TenantId
  readonly assessmentId: string
  readonly events: number
  readonly sheets: number
  readonly failures: readonly string[]
}

export interface EvidenceReport {
  readonly files: number
  readonly bytes: number
  /** By digest: files whose content is another now, and files that a ledger names and nobody has. */
  readonly damaged: readonly string[]
  readonly missing: readonly { readonly assessmentId: string; readonly digest: string }[]
}

/** `check` is null where nothing was ever imported, or where the catalog cannot be read: then `unread` says why. */
export interface RecordsReport {
  readonly check: RecordsCheck | null
  readonly unread: string | null
}

export interface Checking {
  readonly house: DataHouse
  readonly digestsBy: DigestsBy
  readonly now: Timestamp
  readonly program: string
  /** Told what is being looked at. */
  readonly say: (what: string) => void
}

/** As `Checking`, of any house. */
export interface LookingThrough extends Omit<Checking, 'house'> {
  readonly house: CheckedHouse
  readonly unlooked?: Unlooked
}

const LOOKED: Unlooked = { evidence: null }

export async function checkData(path: string, looking: LookingThrough): Promise<Outcome<DataReport>> {
  const checking = { ...looking, unlooked: looking.unlooked ?? LOOKED }
  checking.say('检查数据库')
  const databases = await checking.house.checkDatabases(path)
  if (!databases.ok) return databases
  const { unlooked } = checking
  const records = await checkRecords(path, checking)
  const report = (assessments: readonly AssessmentCheck[], evidence: EvidenceReport, unopened: string | null) =>
    accepted({
      ...reportOf(databases.value, records, assessments, evidence, unopened),
      unlooked,
    })
  const opened = await checking.house.open(path)
  if (!opened.ok) return report([], NO_EVIDENCE, opened.refusal.message)
  const data = opened.value
  try {
    const tenants = await data.people.tenants()
    if (!tenants.ok) return report([], NO_EVIDENCE, tenants.refusal.message)
    const missing: { assessmentId: string; digest: string }[] = []
    const assessments: AssessmentCheck[] = []
    const evidence = { files: 0, bytes: 0, damaged: [] as string[] }
    for (const { tenantId } of tenants.value) {
      const headers = await data.ledgers.headers(tenantId)
      if (!headers.ok) return report(assessments, NO_EVIDENCE, headers.refusal.message)
      for (const header of headers.value) {
        checking.say(`复算 ${header.assessmentId}`)
        assessments.push(await checkAssessment(data, header, missing, checking))
      }
      if (unlooked.evidence === null) await checkEvidence(data, tenantId, evidence, checking)
    }
    return report(assessments, { ...evidence, missing }, null)
  } finally {
    await data.close()
  }
}

async function checkRecords(path: string, { house, say }: LookingThrough): Promise<RecordsReport> {
  const checked = await house.checkRecords(path, (files) => say(`检查业务记录（已 ${files} 个）`))
  return checked.ok ? { check: checked.value, unread: null } : { check: null, unread: checked.refusal.message }
}

async function checkAssessment(
  data: OpenData,
  { tenantId, assessmentId, algorithm }: LedgerHeader,
  missing: { assessmentId: string; digest: string }[],
  { digestsBy, now, program, unlooked }: LookingThrough,
): Promise<AssessmentCheck> {
  const about = { tenantId, assessmentId, events: 0, sheets: 0 }
  const source = await storedSource(data, tenantId, assessmentId)
  if (!source.ok) return { ...about, failures: [source.refusal.message] }
  const evidence = async (digest: string) => {
    const unseen = accepted({ kind: 'evidence', digest, bytes: null, mediaType: null } as const)
    if (unlooked?.evidence != null) return unseen
    const file = await source.value.evidence(digest)
    if (file.ok || file.refusal.code !== 'evidence-missing') return file
    missing.push({ assessmentId, digest })
    return unseen
  }
  const verifier = bundleVerifier(digestsBy, NO_ANCHOR)
  const take = (text: string) => {
    verifier.take({ text: text.slice(0, -1), isEnded: true })
    return Promise.resolve()
  }
  const wish = { centerId: null, madeAt: now, program }
  const written = await writeBundle({ ...source.value, evidence }, wish, digestsBy(algorithm), take)
  if (!written.ok) return { ...about, failures: [written.refusal.message] }
  const verification = verifier.end()
  if (verification.kind === 'foreign') return { ...about, failures: ['导出的内容不是完整的证明'] }
  const failures = verification.checks.flatMap((check) => check.failures)
  return {
    ...about,
    events: verification.head.seq,
    sheets: verification.sheets.length,
    failures: failures.map(({ seq, message }) => (seq === null ? message : `第 ${seq} 号：${message}`)),
  }
}

const PAGE = 500

async function checkEvidence(
  { evidence }: OpenData,
  tenantId: TenantId,
  report: { files: number; bytes: number; readonly damaged: string[] },
  { say }: LookingThrough,
): Promise<void> {
  let after: Digest | null = null
  for (;;) {
    const page = await evidence.list(tenantId, after, PAGE)
    if (!page.ok) {
      report.damaged.push(page.refusal.message)
      return
    }
    for (const { digest, bytes } of page.value) {
      report.files += 1
      report.bytes += bytes
      if (report.files % 100 === 1) say(`检查证据文件（已 ${report.files} 个）`)
      const verified = await evidence.verify(tenantId, digest)
      if (!verified.ok) report.damaged.push(digest)
      after = digest
    }
    if (page.value.length < PAGE) return
  }
}

const NO_EVIDENCE: EvidenceReport = { files: 0, bytes: 0, damaged: [], missing: [] }

function reportOf(
  databases: readonly DatabaseCheck[],
  records: RecordsReport,
  assessments: readonly AssessmentCheck[],
  evidence: EvidenceReport,
  unopened: string | null,
): Omit<DataReport, 'unlooked'> {
  const isSound = databases.every(({ report, fault }) => fault === null && (report?.damages.length ?? 0) === 0)
  const hasRecords = records.unread === null && (records.check?.damages.length ?? 0) === 0
  const isWhole = evidence.damaged.length === 0 && evidence.missing.length === 0 && hasRecords
  const adds = assessments.every(({ failures }) => failures.length === 0)
  return { databases, assessments, evidence, records, unopened, holds: unopened === null && isSound && isWhole && adds }
}
