import { parseId, type CenterId } from '../../../core/kernel/identifiers.ts'
import { parsePlace, type Place } from '../../../core/kernel/place.ts'

export interface ListedCenter {
  readonly centerId: CenterId
  readonly name: string
  readonly place?: Place
}

export type ParsedCenters =
  | { readonly kind: 'centers'; readonly centers: readonly ListedCenter[] }
  | { readonly kind: 'none' }
  | { readonly kind: 'wrong'; readonly line: string }
  | { readonly kind: 'double'; readonly centerId: CenterId }

/** One center a line, its id, blanks, its name, and where it is (31.14,121.124) if that is known: as it is copied out of a table. */
export function parseCenters(text: string): ParsedCenters {
  const centers: ListedCenter[] = []
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue
    const [, first = '', named = ''] = /^(\S+)\s+(\S.*)$/u.exec(line) ?? []
    const [, name = named, last = ''] = /^(.*\S)\s+(-?\d[\d.]*[,，]-?[\d.]+)$/u.exec(named) ?? []
    const place = last === '' ? null : parsePlace(last)
    const centerId = parseId<CenterId>(first)
    if (centerId === null || name === '' || (last !== '' && place === null)) return { kind: 'wrong', line }
    if (centers.some((one) => one.centerId === centerId)) return { kind: 'double', centerId }
    centers.push({ centerId, name, ...(place === null ? {} : { place }) })
  }
  return centers.length === 0 ? { kind: 'none' } : { kind: 'centers', centers }
}
