import type { Asked, Told } from '../../client/call.ts'
import type { Sender } from '../../client/use-sender.ts'
import type { Problem } from '../../client/problem.ts'
import { queryOf, TO_NOTIFY, type FindingsFilter } from './findings-filter.ts'

export interface ToNotify {
  readonly findingId: string
  readonly centerName: string
  readonly description: string
}

type Collected =
  | { readonly ok: true; readonly found: readonly ToNotify[] }
  | { readonly ok: false; readonly problem: Problem }

const PAGE = 200

/** Every finding of the filter whose center can be told of it, on all pages, the longest recorded first. */
export async function collectToNotify(
  send: Sender['send'],
  assessmentId: string,
  filter: FindingsFilter,
  signal: AbortSignal,
): Promise<Collected> {
  const standing = TO_NOTIFY.filter((one) => filter.standing.length === 0 || filter.standing.includes(one))
  if (standing.length === 0) return { ok: true, found: [] }
  const query = queryOf({ ...filter, standing, sort: 'oldest' }, PAGE)
  const found: ToNotify[] = []
  for (let cursor: string | null = null; ;) {
    const asked: Asked<'listFindings'> = {
      params: { assessmentId: assessmentId as never },
      query: cursor === null ? query : { ...query, cursor },
    }
    const told: Told<'listFindings'> = await send('listFindings', asked, signal)
    if (!told.ok) return told
    for (const { finding, centerName } of told.value.findings)
      found.push({ findingId: finding.findingId, centerName, description: finding.description })
    cursor = told.value.next
    if (cursor === null) return { ok: true, found }
  }
}
