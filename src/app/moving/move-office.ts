import type { Outcome } from '../../core/kernel/outcome.ts'
import { accepted, refused } from '../../core/kernel/outcome.ts'
import type {
  OfficeCopies,
  OfficePlace,
  OfficeRow,
  OfficeSource,
  OfficeTable,
  OfficeTarget,
} from '../ports/office-copy.ts'
import { movedTables, PAGE, proveOffice, type OfficeProof, type Proving, type RecordsProof } from './prove-office.ts'

export interface Moving extends Proving {
  readonly copies: OfficeCopies
}

/**
 * Copies a whole office and proves that both places hold the same. The source is only read. The target is marked as moving
 * until the proof holds: where this breaks off, no server opens it, and moving again begins it anew. Records on shards stay
 * there; those in a folder are brought to another folder, and stay where they are beside a database.
 */
export async function moveOffice(from: OfficePlace, to: OfficePlace, moving: Moving): Promise<Outcome<OfficeProof>> {
  return between(from, to, moving.copies.target, moving, async (source, target) => {
    const destined = destinationOf(source, to, moving)
    const tables = movedTables(source, destined)
    const begun = await target.begin(source.place, tables)
    if (!begun.ok) return begun
    for (const table of tables) {
      const copied = await copyTable(table, source, target, moving)
      if (!copied.ok) return copied
    }
    const records = await recordsProof(source, destined, moving.copies.copyRecords, moving)
    if (!records.ok) return records
    const proof = await proveOffice(source, target, records.value, moving)
    if (!proof.ok || !proof.value.holds) return proof
    const finished = await target.finish()
    return finished.ok ? proof : finished
  })
}

/** The proof alone, of an office that was moved and of what it was moved from; neither may be in use. */
export async function proveMove(from: OfficePlace, to: OfficePlace, moving: Moving): Promise<Outcome<OfficeProof>> {
  return between(from, to, moving.copies.source, moving, async (source, target) => {
    const check: OfficeCopies['copyRecords'] = async (_from, folder, tell) => moving.copies.checkRecords(folder, tell)
    const records = await recordsProof(source, destinationOf(source, to, moving), check, moving)
    return records.ok ? proveOffice(source, target, records.value, moving) : records
  })
}

function destinationOf({ records }: OfficeSource, to: OfficePlace, { copies }: Moving): RecordsProof {
  if (records.kind !== 'folder') return records
  const { folder, files } = records
  if (to.kind === 'server' || copies.isSameFolder(to.path, folder)) return { kind: 'stay', folder, files }
  return { kind: 'brought', folder: to.path, files, records: 0, damaged: [] }
}

async function recordsProof(
  { records }: OfficeSource,
  destined: RecordsProof,
  bring: OfficeCopies['copyRecords'],
  { say }: Moving,
): Promise<Outcome<RecordsProof>> {
  if (destined.kind !== 'brought' || records.kind !== 'folder') return accepted(destined)
  const { folder } = destined
  const brought = await bring(records.folder, folder, (files) => say(`业务记录，已 ${files} 个文件`))
  return brought.ok ? accepted({ kind: 'brought', folder, ...brought.value }) : brought
}

async function between<Other extends OfficeSource>(
  from: OfficePlace,
  to: OfficePlace,
  open: (where: OfficePlace) => Promise<Outcome<Other>>,
  { copies }: Moving,
  work: (source: OfficeSource, other: Other) => Promise<Outcome<OfficeProof>>,
): Promise<Outcome<OfficeProof>> {
  if (JSON.stringify(from) === JSON.stringify(to))
    return refused('move-same-place', '来源和目标是同一处，没有搬任何内容；请指明两个不同的地方')
  const source = await copies.source(from)
  if (!source.ok) return source
  try {
    const other = await open(to)
    if (!other.ok) return other
    try {
      return await work(source.value, other.value)
    } finally {
      await other.value.close()
    }
  } finally {
    await source.value.close()
  }
}

async function copyTable(
  table: OfficeTable,
  source: OfficeSource,
  target: OfficeTarget,
  { say }: Moving,
): Promise<Outcome<null>> {
  let after: OfficeRow | null = null
  let copied = 0
  for (;;) {
    const page: Outcome<readonly OfficeRow[]> = await source.rows(table, after, PAGE)
    if (!page.ok) return page
    const unfit = page.value.find((row) => row.some((value) => typeof value === 'string' && value.includes('\0')))
    if (unfit !== undefined) return refused('move-text-unfit', unfitText(table, unfit))
    const added = await target.add(table, page.value)
    if (!added.ok) return added
    copied += page.value.length
    if (copied > 0) say(`搬 ${table.name}，已 ${copied} 行`)
    if (page.value.length < PAGE) return accepted(null)
    after = page.value.at(-1) ?? after
  }
}

function unfitText({ name, columns, key }: OfficeTable, row: OfficeRow): string {
  const which = key.map((column) => String(row[columns.indexOf(column)])).join('、')
  return `表 ${name} 的一行（${which}）里有数据库服务器存不了的字符（U+0000），没有搬完；请改正来源中的这一行，再重新搬`
}
