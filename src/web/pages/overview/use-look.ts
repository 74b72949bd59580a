import { useSearchParams } from 'react-router'
import { parsePlainDate, type PlainDate } from '../../../core/kernel/plain-date.ts'

/** The day that the page is looked at as of, from its address: `?occurredBy=…&knownBy=…`; null is now. */
export function useLook() {
  const [search, setSearch] = useSearchParams()
  const day = parsePlainDate(search.get('knownBy') ?? '')
  const occurredBy = parsePlainDate(search.get('occurredBy') ?? '') ?? day
  const clocks = day === null || occurredBy === null ? null : { occurredBy, knownBy: day }
  return {
    clocks,
    /** For links to sheets: the same day there. */
    search: clocks === null ? '' : `?${new URLSearchParams({ ...clocks }).toString()}`,
    lookAt: (chosen: PlainDate | null) => setSearch(chosen === null ? {} : { occurredBy: chosen, knownBy: chosen }),
  }
}
