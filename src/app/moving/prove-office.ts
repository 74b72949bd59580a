/**
 * The proof that two places hold the same office: every table by the number of its rows and one digest over all of them, and
 * every ledger by its chain, recomputed from the header on where it now lies. Nothing that was said while moving is trusted.
 */
import type { Outcome } from '../../core/kernel/outcome.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import type { ChainHead, Digest, LedgerHeader } from '../../core/ledger/chain.ts'
import { genesisOf } from '../../core/ledger/chain.ts'
import { findChainBreak } from '../../core/ledger/find-chain-break.ts'
import type { DigestsBy } from '../../core/proof/digests.ts'
import type { OfficeLedger, OfficeRow, OfficeSource, OfficeTable, RecordFilesCopy } from '../ports/office-copy.ts'

export interface OfficeProof {
  readonly from: string
  readonly to: string
  readonly tables: readonly TableProof[]
  readonly ledgers: readonly LedgerProof[]
  readonly records: RecordsProof
  readonly holds: boolean
}

/**
 * Where the records lie afterwards: on the shards as before, with their catalog among the tables; in the folder as before, catalog
 * and all (`stay`); or brought to the target's folder, each file held to its digest there.
 */
export type RecordsProof =
  | { readonly kind: 'none' | 'shards' }
  | { readonly kind: 'stay'; readonly folder: string; readonly files: number }
  | ({ readonly kind: 'brought'; readonly folder: string } & RecordFilesCopy)

export interface TableProof {
  readonly store: string
  readonly table: string
  readonly from: TableSum
  readonly to: TableSum
  /** The key of the first row that is not the same on both sides; null where all are. */
  readonly firstDifference: readonly (string | number | null)[] | null
}

/** `digest` is the SHA-256 of the rows in the order of their keys, each as a JSON array of its values and a line feed. */
export interface TableSum {
  readonly rows: number
  readonly digest: Digest
}

export interface LedgerProof {
  readonly tenantId: string
  readonly assessmentId: string
  /** As written down at the source, as written down at the target, and as the target's entries come to. */
  readonly from: ChainHead | null
  readonly to: ChainHead | null
  readonly recomputed: ChainHead | null
  /** Where the target's chain breaks. */
  readonly brokenAt: number | null
  readonly holds: boolean
}

export interface Proving {
  readonly digestsBy: DigestsBy
  readonly say: (what: string) => void
}

/** Small enough to be held twice, large enough that asking costs little. */
export const PAGE = 500

export async function proveOffice(
  from: OfficeSource,
  to: OfficeSource,
  records: RecordsProof,
  proving: Proving,
): Promise<Outcome<OfficeProof>> {
  const tables: TableProof[] = []
  for (const table of movedTables(from, records)) {
    const proof = await proveTable(table, from, to, proving)
    if (!proof.ok) return proof
    tables.push(proof.value)
  }
  const ledgers = await proveLedgers(from, to, proving)
  if (!ledgers.ok) return ledgers
  const holds =
    tables.every((one) => one.firstDifference === null && one.from.digest === one.to.digest) &&
    ledgers.value.every((one) => one.holds) &&
    (records.kind !== 'brought' || records.damaged.length === 0)
  return accepted({ from: from.place, to: to.place, tables, ledgers: ledgers.value, records, holds })
}

/** Records that stay in a folder keep their catalog beside them. */
export function movedTables({ tables }: OfficeSource, { kind }: RecordsProof): readonly OfficeTable[] {
  return kind === 'stay' ? tables.filter(({ store }) => store !== 'records') : tables
}

async function proveTable(
  table: OfficeTable,
  from: OfficeSource,
  to: OfficeSource,
  { digestsBy, say }: Proving,
): Promise<Outcome<TableProof>> {
  const [ours, theirs] = [summed(digestsBy), summed(digestsBy)]
  const [left, right] = [pagesOf(from, table), pagesOf(to, table)]
  let firstDifference: TableProof['firstDifference'] = null
  for (;;) {
    const [one, other] = [await left(), await right()]
    if (!one.ok) return one
    if (!other.ok) return other
    for (const row of one.value) ours.add(row)
    for (const row of other.value) theirs.add(row)
    firstDifference ??= differenceIn(table, one.value, other.value)
    if (one.value.length === 0 && other.value.length === 0) break
    say(`核对 ${table.name}，已 ${Math.max(ours.rows(), theirs.rows())} 行`)
  }
  return accepted({ store: table.store, table: table.name, from: ours.sum(), to: theirs.sum(), firstDifference })
}

/** One page after another, and empty ones behind the last. */
function pagesOf(office: OfficeSource, table: OfficeTable) {
  let after: OfficeRow | null = null
  let isOver = false
  return async () => {
    if (isOver) return accepted<readonly OfficeRow[]>([])
    const page = await office.rows(table, after, PAGE)
    if (page.ok) {
      after = page.value.at(-1) ?? after
      isOver = page.value.length < PAGE
    }
    return page
  }
}

function summed(digestsBy: DigestsBy) {
  const digest = digestsBy('sha256').start()
  let rows = 0
  return {
    rows: () => rows,
    add: (row: OfficeRow): void => {
      digest.add(`${JSON.stringify(row)}\n`)
      rows += 1
    },
    sum: (): TableSum => ({ rows, digest: digest.digest() }),
  }
}

function differenceIn(
  { columns, key }: OfficeTable,
  ours: readonly OfficeRow[],
  theirs: readonly OfficeRow[],
): readonly (string | number | null)[] | null {
  for (let place = 0; place < Math.max(ours.length, theirs.length); place += 1) {
    const [one, other] = [ours[place], theirs[place]]
    const row = one ?? other
    if (row !== undefined && JSON.stringify(one) !== JSON.stringify(other))
      return key.map((name) => row[columns.indexOf(name)] ?? null)
  }
  return null
}

async function proveLedgers(
  from: OfficeSource,
  to: OfficeSource,
  proving: Proving,
): Promise<Outcome<readonly LedgerProof[]>> {
  const [ours, theirs] = [await from.ledgers(), await to.ledgers()]
  if (!ours.ok) return ours
  if (!theirs.ok) return theirs
  const proofs: LedgerProof[] = []
  const keys = new Set([...ours.value, ...theirs.value].map(keyOf))
  for (const key of keys) {
    const one = ours.value.find((ledger) => keyOf(ledger) === key) ?? null
    const other = theirs.value.find((ledger) => keyOf(ledger) === key) ?? null
    const { tenantId, assessmentId } = (one ?? other ?? unheard(key)).header
    if (other === null) {
      proofs.push({
        tenantId,
        assessmentId,
        from: one?.head ?? null,
        to: null,
        recomputed: null,
        brokenAt: null,
        holds: false,
      })
      continue
    }
    const walked = await recomputed(to, other.header, proving)
    if (!walked.ok) return walked
    const { head, brokenAt } = walked.value
    const holds =
      brokenAt === null && isSame(one?.head ?? null, head) && isSame(other.head, head) && isSameHeader(one, other)
    proofs.push({ tenantId, assessmentId, from: one?.head ?? null, to: other.head, recomputed: head, brokenAt, holds })
  }
  return accepted(proofs)
}

async function recomputed(
  office: OfficeSource,
  header: LedgerHeader,
  { digestsBy, say }: Proving,
): Promise<Outcome<{ readonly head: ChainHead; readonly brokenAt: number | null }>> {
  const digestOf = digestsBy(header.algorithm).of
  let head = genesisOf(header, digestOf)
  for (;;) {
    const page = await office.entries(header, head.seq, PAGE)
    if (!page.ok) return page
    const broken = findChainBreak(head, page.value, digestOf)
    if (broken !== null) return accepted({ head, brokenAt: broken.seq })
    head = page.value.at(-1) ?? head
    say(`复算考核 ${header.assessmentId} 的摘要链，已 ${head.seq} 条`)
    if (page.value.length < PAGE) return accepted({ head: { seq: head.seq, digest: head.digest }, brokenAt: null })
  }
}

function keyOf({ header }: OfficeLedger): string {
  return JSON.stringify([header.tenantId, header.assessmentId])
}

function isSame(one: ChainHead | null, other: ChainHead): boolean {
  return one !== null && one.seq === other.seq && one.digest === other.digest
}

function isSameHeader(one: OfficeLedger | null, other: OfficeLedger): boolean {
  return one !== null && JSON.stringify(one.header) === JSON.stringify(other.header)
}

function unheard(key: string): never {
  throw new Error(`a ledger of neither side: ${key}`)
}
