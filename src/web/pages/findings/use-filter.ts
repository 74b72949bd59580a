import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { useStable } from '../../ui/use-stable.ts'
import { filterIn, searchOf, type FindingsFilter } from './findings-filter.ts'

/** The filter lives in the address: a link to a list shows that list. */
export function useFilter(): {
  readonly filter: FindingsFilter
  readonly change: (part: Partial<FindingsFilter>) => void
} {
  const [search, setSearch] = useSearchParams()
  const said = search.toString()
  const filter = useMemo(() => filterIn(new URLSearchParams(said)), [said])
  const change = useStable((part: Partial<FindingsFilter>) =>
    setSearch(searchOf({ ...filter, ...part }), { replace: true, preventScrollReset: true }),
  )
  return { filter, change }
}
