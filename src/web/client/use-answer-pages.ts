import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { call, type Answered, type Asked, type OperationId } from './call.ts'
import { problemError, problemOf, type Problem } from './problem.ts'
import { useSession } from './session.tsx'

/** The pages of a list read so far; each tells by `next` where the following one goes on. */
export interface AnswerPages<Id extends OperationId> {
  readonly pages: readonly Answered<Id>[]
  readonly problem: Problem | null
  readonly isWaiting: boolean
  /** What is shown was asked for otherwise, or could not be renewed. */
  readonly isStale: boolean
  readonly readAt: number
  readonly hasMore: boolean
  readonly isReadingMore: boolean
  readonly readMore: () => void
  readonly renew: () => void
}

/** Reads a list by contract, page after page as `readMore` asks. The cursor is added to the query. */
export function useAnswerPages<Id extends OperationId>(id: Id, asked: Asked<Id>): AnswerPages<Id> {
  const { csrfToken } = useSession()
  const query = useInfiniteQuery({
    queryKey: [id, 'pages', asked],
    initialPageParam: null as string | null,
    placeholderData: keepPreviousData,
    queryFn: async ({ pageParam, signal }) => {
      const { query: asking = {} } = asked as { readonly query?: object }
      const paged = { ...asked, query: pageParam === null ? asking : { ...asking, cursor: pageParam } } as Asked<Id>
      const told = await call(id, paged, { csrfToken, signal })
      if (!told.ok) throw problemError(told.problem)
      return told.value
    },
    getNextPageParam: (last) => (last as { readonly next: string | null }).next,
  })
  if (query.error !== null && problemOf(query.error) === null) throw query.error
  return {
    pages: query.data?.pages ?? [],
    problem: problemOf(query.error),
    isWaiting: query.isPending && query.isFetching,
    isStale: query.data !== undefined && (query.isPlaceholderData || query.error !== null),
    readAt: query.dataUpdatedAt,
    hasMore: query.hasNextPage,
    isReadingMore: query.isFetchingNextPage,
    readMore: () => void query.fetchNextPage({ cancelRefetch: false }),
    renew: () => void query.refetch(),
  }
}
