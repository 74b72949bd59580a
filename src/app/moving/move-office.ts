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
import { PAGE, proveOffice, type OfficeProof, type Proving } from './prove-office.ts'

export interface Moving extends Proving {
  readonly copies: OfficeCopies
}

/**
 * Copies a whole office and proves that both places hold the same. The source is only read. The target is marked as moving
 * until the proof holds: where this breaks off, no server opens it, and moving again begins it anew.
 */
export async function moveOffice(from: OfficePlace, to: OfficePlace, moving: Moving): Promise<Outcome<OfficeProof>> {
  return between(from, to, moving.copies.target, moving, async (source, target) => {
    const begun = await target.begin(source.place)
    if (!begun.ok) return begun
    for (const table of source.tables) {
      const copied = await copyTable(table, source, target, moving)
      if (!copied.ok) return copied
    }
    const proof = await proveOffice(source, target, moving)
    if (!proof.ok || !proof.value.holds) return proof
    const finished = await target.finish()
    return finished.ok ? proof : finished
  })
}

/** The proof alone, of an office that was moved and of what it was moved from; neither may be in use. */
export async function proveMove(from: OfficePlace, to: OfficePlace, moving: Moving): Promise<Outcome<OfficeProof>> {
  return between(from, to, moving.copies.source, moving, (source, target) => proveOffice(source, target, moving))
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
