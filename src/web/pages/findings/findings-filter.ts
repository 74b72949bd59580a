import type { Asked } from '../../client/call.ts'

/** The filter of the list as the address tells it; empty texts and lists are no filter. */
export interface FindingsFilter {
  readonly center: string
  /** A section, criterion or clause. */
  readonly clause: string
  readonly standing: readonly Standing[]
  readonly source: Source | ''
  readonly isMine: boolean
  readonly text: string
  readonly from: string
  readonly to: string
  readonly sort: Sort
}

export const STANDINGS = [
  'suspected',
  'reported',
  'notified',
  'substantiated',
  'dismissed',
  'reversed',
  'withdrawn',
] as const
export type Standing = (typeof STANDINGS)[number]
export const SOURCES = ['inspection', 'complaint', 'rating', 'hotline', 'self-assessment', 'records'] as const
export type Source = (typeof SOURCES)[number]
export const SORTS = ['newest', 'oldest', 'occurred', 'due', 'center', 'clause'] as const
export type Sort = (typeof SORTS)[number]

/** Those whose center can be told of them. */
export const TO_NOTIFY: readonly Standing[] = ['suspected', 'reported']

/** What an address does not know how to say is left out of it: a link that somebody mistyped still opens. */
export function filterIn(search: URLSearchParams): FindingsFilter {
  const day = (name: string) => /^\d{4}-\d{2}-\d{2}$/.exec(search.get(name) ?? '')?.[0] ?? ''
  return {
    center: search.get('center') ?? '',
    clause: search.get('clause') ?? '',
    standing: STANDINGS.filter((one) => (search.get('standing') ?? '').split(',').includes(one)),
    source: SOURCES.find((one) => one === search.get('source')) ?? '',
    isMine: search.get('mine') === '1',
    text: (search.get('text') ?? '').slice(0, 200),
    from: day('from'),
    to: day('to'),
    sort: SORTS.find((one) => one === search.get('sort')) ?? 'newest',
  }
}

export function searchOf(filter: FindingsFilter): URLSearchParams {
  const { center, clause, standing, source, isMine, text, from, to, sort } = filter
  const search = new URLSearchParams()
  const named = {
    center,
    clause,
    standing: standing.join(','),
    source,
    mine: isMine ? '1' : '',
    text: text.trim(),
    from,
    to,
    sort: sort === 'newest' ? '' : sort,
  }
  for (const [name, value] of Object.entries(named)) if (value !== '') search.set(name, value)
  return search
}

export const NO_FILTER: FindingsFilter = filterIn(new URLSearchParams())

/** Which parts of it narrow the list; the order does not. */
export function narrowing(filter: FindingsFilter): readonly (keyof FindingsFilter)[] {
  const names = ['center', 'clause', 'standing', 'source', 'isMine', 'text', 'from', 'to'] as const
  return names.filter((name) => {
    const value = filter[name]
    return typeof value === 'boolean' ? value : value.length > 0
  })
}

type Query = NonNullable<Asked<'listFindings'>['query']>

export function queryOf(filter: FindingsFilter, limit: number): Query {
  return { ...wantedBy(filter), limit }
}

/** The filter and the order, as the list and its document are asked for by. */
export function wantedBy(filter: FindingsFilter): Omit<Query, 'cursor' | 'limit'> {
  const { center, clause, standing, source, isMine, text, from, to, sort } = filter
  const query = {
    centerId: center,
    clauseId: clause,
    standing: standing.join(','),
    source,
    mine: isMine ? 'true' : '',
    text: text.trim(),
    occurredFrom: from,
    occurredTo: to,
    sort: sort === 'newest' ? '' : sort,
  }
  const said = Object.entries(query).filter(([, value]) => value !== '')
  return Object.fromEntries(said)
}
