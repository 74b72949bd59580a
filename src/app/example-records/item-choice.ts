import type { Random } from '../../core/kernel/random.ts'
import { grouped } from './grouped.ts'
import { CATALOGUE, type CatalogueItem } from './service-catalogue.ts'
import type { SiteCounter } from './site.ts'
import { weighted } from './weighted.ts'

/** What the next applicant wants, by the share of each item. */
export const someItem: (random: Random) => CatalogueItem = weighted(CATALOGUE, ({ weight }) => weight)

/** What an applicant of a line wants, by the share of each of its items. */
export function someItemOf(line: string, random: Random): CatalogueItem {
  return (BY_LINE.get(line) ?? someItem)(random)
}

/** The only line of a special counter. */
export function specialLineOf({ id }: SiteCounter): string {
  return SPECIAL[Number(id.slice(-2)) % SPECIAL.length] ?? BUSIEST_LINE
}

export function promisedItem(random: Random): CatalogueItem {
  return random.pick(PROMISED)
}

export function instantItem(random: Random): CatalogueItem {
  return random.pick(INSTANT)
}

const PROMISED = CATALOGUE.filter(({ type }) => type === 'promised')

const INSTANT = CATALOGUE.filter(({ type }) => type === 'instant')

const SPECIAL = ['公安户籍', '住房保障', '残疾人']

const ITEMS_BY_LINE = grouped(CATALOGUE, ({ line }) => line)

const BY_LINE = new Map([...ITEMS_BY_LINE].map(([line, items]) => [line, weighted(items, ({ weight }) => weight)]))

/** All lines, the one that most applicants want first. */
export const LINES: readonly string[] = [...ITEMS_BY_LINE]
  .map(([line, items]) => ({ line, weight: items.reduce((all, { weight }) => all + weight, 0) }))
  .toSorted((one, other) => other.weight - one.weight)
  .map(({ line }) => line)

export const BUSIEST_LINE: string = LINES[0] ?? ''
