import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call, type Answered, type Asked, type OperationId } from './call.ts'
import { problemError, problemOf, type Problem } from './problem.ts'
import { useSession } from './session.tsx'

/** What is known of an answer. While it is renewed, and where renewing fails, the last one stays with `isStale`. */
export interface Answer<Id extends OperationId> {
  readonly answer: Answered<Id> | null
  /** The ETag, which a decision on it is sent with. */
  readonly seen: number | null
  readonly problem: Problem | null
  readonly isWaiting: boolean
  readonly isStale: boolean
  /** Milliseconds of the epoch. */
  readonly readAt: number
  readonly renew: () => void
}

/**
 * Reads by contract and keeps it until an act or a live event makes it old. Null asks nothing. `isForGood`: no act can change
 * it, so it is read once (a file by its digest, what a past event changed).
 */
export function useAnswer<Id extends OperationId>(
  id: Id,
  asked: Asked<Id> | null,
  { isForGood = false }: { readonly isForGood?: boolean } = {},
): Answer<Id> {
  const { csrfToken } = useSession()
  const query = useQuery({
    queryKey: [id, asked],
    enabled: asked !== null,
    ...(isForGood ? { staleTime: 'static' as const } : { placeholderData: keepPreviousData }),
    queryFn: async ({ signal }) => {
      if (asked === null) throw new Error('nothing is asked')
      const told = await call(id, asked, { csrfToken, signal })
      if (!told.ok) throw problemError(told.problem)
      return { value: told.value, seen: told.seen }
    },
  })
  if (query.error !== null && problemOf(query.error) === null) throw query.error
  return {
    answer: query.data?.value ?? null,
    seen: query.data?.seen ?? null,
    problem: problemOf(query.error),
    isWaiting: query.isPending && query.isFetching,
    isStale: query.data !== undefined && (query.isPlaceholderData || query.error !== null),
    readAt: query.dataUpdatedAt,
    renew: () => void query.refetch(),
  }
}
