/** Where in the page the inspector is; it stands in the address, so that a killed tab opens there again. */
export interface Place {
  readonly tab: 'route' | 'record' | 'records'
  /** With `route`: the center whose checklist is open. With `record`: where it was found. */
  readonly centerId: string | null
  readonly clauseId: string | null
  readonly recordId: string | null
}

export function readPlace(search: URLSearchParams): Place {
  const tab = search.get('tab')
  return {
    tab: tab === 'record' || tab === 'records' ? tab : 'route',
    centerId: search.get('center'),
    clauseId: search.get('clause'),
    recordId: search.get('draft'),
  }
}

export function linkTo(place: Partial<Place>): string {
  const search = new URLSearchParams()
  const { tab = 'route', centerId = null, clauseId = null, recordId = null } = place
  if (tab !== 'route') search.set('tab', tab)
  if (centerId !== null) search.set('center', centerId)
  if (clauseId !== null) search.set('clause', clauseId)
  if (recordId !== null) search.set('draft', recordId)
  return `?${search.toString()}`
}
