import type { CenterId } from '../kernel/identifiers.ts'
import { codesOf } from '../records/code-sets.ts'
import type { DataSet } from '../records/data-set.ts'
import { findDataSet } from '../records/data-sets.ts'

/** Records by what a center calls them: `好差评 R1、R2 等 12 条；缺少开放与考勤 2021-02-03/上午`. Empty for none. */
export function describedRecords(refs: readonly string[], centerId: CenterId): string {
  const groups = new Map<string, string[]>()
  for (const ref of refs) {
    const { what, id } = isAbsent(ref) ? absentRecord(ref, centerId) : presentRecord(ref)
    groups.set(what, [...(groups.get(what) ?? []), id])
  }
  return [...groups].map(([what, ids]) => `${what} ${some(ids)}`).join('；')
}

function some(ids: readonly string[]): string {
  const shown = ids.slice(0, SHOWN).join('、')
  return ids.length > SHOWN ? `${shown} 等 ${ids.length} 条` : shown
}

const SHOWN = 3
const ABSENT = 'absent:'

function isAbsent(ref: string): boolean {
  return ref.startsWith(ABSENT)
}

/** `data_set/source/record_id@version` */
function presentRecord(ref: string): Named {
  const [name = '', , ...id] = ref.split('/')
  const set = findDataSet(name)
  return { what: set?.chinese ?? '记录', id: set ? id.join('/').replace(/@\d+$/, '') : ref }
}

/** `absent:data_set/center/…`: a record that ought to be. Codes are said as their sources say them. */
function absentRecord(ref: string, centerId: CenterId): Named {
  const [name = '', ...rest] = ref.slice(ABSENT.length).split('/')
  const set = findDataSet(name)
  const parts = rest[0] === centerId ? rest.slice(1) : rest
  return {
    what: `缺少${set?.chinese ?? '记录'}`,
    id: parts.map((part) => (set && labelOf(set, part)) ?? part).join(' '),
  }
}

interface Named {
  readonly what: string
  readonly id: string
}

function labelOf({ fields }: DataSet, word: string): string | null {
  for (const { kind } of fields) {
    const known = kind.kind === 'code' ? codesOf(kind.codes).find(({ code }) => code === word) : undefined
    if (known) return known.labels[0]
  }
  return null
}
