import type { Random } from '../example-year/random.ts'
import { CATALOGUE, type CatalogueItem } from './service-catalogue.ts'
import type { SiteCounter } from './site.ts'
import { weighted } from './weighted.ts'

/** What the next applicant wants, by the share of each item. */
export const someItem: (random: Random) => CatalogueItem = weighted(CATALOGUE, ({ weight }) => weight)

/** What somebody at this counter wants: a special counter has its own line, and a line may be avoided. */
export function itemAt({ id, kind }: SiteCounter, random: Random, avoidedLine: string | null): CatalogueItem {
  if (kind === 'special') return SPECIAL[Number(id.slice(-2)) % SPECIAL.length]?.(random) ?? someItem(random)
  let item = someItem(random)
  while (item.line === avoidedLine) item = someItem(random)
  return item
}

/** The line that most applicants want. */
export const BUSIEST_LINE: string = CATALOGUE[0]?.line ?? ''

/** The part of all applicants who want it. */
export const BUSIEST_SHARE: number = weightOf(inLine(BUSIEST_LINE)) / weightOf(CATALOGUE)

export function promisedItem(random: Random): CatalogueItem {
  return random.pick(PROMISED)
}

export function instantItem(random: Random): CatalogueItem {
  return random.pick(INSTANT)
}

const PROMISED = CATALOGUE.filter(({ type }) => type === 'promised')

const INSTANT = CATALOGUE.filter(({ type }) => type === 'instant')

const SPECIAL = ['公安户籍', '住房保障', '残疾人'].map((line) => weighted(inLine(line), ({ weight }) => weight))

function inLine(line: string): CatalogueItem[] {
  return CATALOGUE.filter((item) => item.line === line)
}

function weightOf(items: readonly CatalogueItem[]): number {
  return items.reduce((all, { weight }) => all + weight, 0)
}
