import { parseId, type CenterId } from '../../../core/kernel/identifiers.ts'

export interface ListedCenter {
  readonly centerId: CenterId
  readonly name: string
}

export type ParsedCenters =
  | { readonly kind: 'centers'; readonly centers: readonly ListedCenter[] }
  | { readonly kind: 'none' }
  | { readonly kind: 'wrong'; readonly line: string }
  | { readonly kind: 'double'; readonly centerId: CenterId }

/** One center a line, its id, blanks, its name: as it is copied out of a table. */
export function parseCenters(text: string): ParsedCenters {
  const centers: ListedCenter[] = []
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue
    const [, first = '', name = ''] = /^(\S+)\s+(\S.*)$/u.exec(line) ?? []
    const centerId = parseId<CenterId>(first)
    if (centerId === null || name === '') return { kind: 'wrong', line }
    if (centers.some((one) => one.centerId === centerId)) return { kind: 'double', centerId }
    centers.push({ centerId, name })
  }
  return centers.length === 0 ? { kind: 'none' } : { kind: 'centers', centers }
}
