import { PAPER_NAMES, SERVICE_LINES } from './service-lines.ts'

/** An item as every center of an example year handles it. */
export interface CatalogueItem {
  readonly id: string
  readonly name: string
  readonly line: string
  readonly type: 'instant' | 'promised'
  /** Working days that are promised; 0 for what is done at once. */
  readonly promisedDays: number
  /** Its share of all traffic, as a weight: a few items are most of it, many are rare. */
  readonly weight: number
  readonly papers: readonly CataloguePaper[]
}

export interface CataloguePaper {
  readonly id: string
  readonly name: string
}

const IDENTITY: CataloguePaper = { id: 'CL-001', name: '居民身份证' }

const PAPERS: readonly CataloguePaper[] = PAPER_NAMES.map((name, at) => ({
  id: `CL-${String(at + 2).padStart(3, '0')}`,
  name,
}))

/** Papers that some counter may ask for and no guide lists. */
export const STRAY_PAPERS: readonly CataloguePaper[] = [
  { id: 'CL-901', name: '居委会盖章证明' },
  { id: 'CL-902', name: '无业证明' },
  { id: 'CL-903', name: '单位介绍信' },
]

/** Of the most common item. */
const LARGEST_WEIGHT = 600

/** Line by line, each in the order of its codes. */
export const CATALOGUE: readonly CatalogueItem[] = SERVICE_LINES.flatMap(({ name: line, code, items }, lineAt) =>
  items.map((name, at): CatalogueItem => {
    const promisedDays = (lineAt + at) % 3 === 1 ? 5 * (1 + ((lineAt + 2 * at) % 4)) : 0
    return {
      id: `${code}-${String(at + 1).padStart(3, '0')}`,
      name,
      line,
      type: promisedDays > 0 ? 'promised' : 'instant',
      promisedDays,
      weight: Math.max(2, Math.round(LARGEST_WEIGHT / ((1 + lineAt) * (1 + at)))),
      papers: [IDENTITY, ...papersFrom(5 * lineAt + 3 * at, 1 + ((lineAt + at) % 3))],
    }
  }),
)

function papersFrom(start: number, count: number): CataloguePaper[] {
  return [...PAPERS, ...PAPERS].slice(start % PAPERS.length, (start % PAPERS.length) + count)
}
