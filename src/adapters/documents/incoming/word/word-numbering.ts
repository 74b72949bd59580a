import type { PackageParts } from '../../../office-package/open-package.ts'
import { attributeOf, isOn } from '../../../office-package/xml-attributes.ts'
import { xmlEvents } from '../../../office-package/xml-events.ts'
import { shownEvents } from './shown-events.ts'

/** One level of a list, as the file describes it. */
export interface ListLevel {
  readonly start: number
  /** `decimal`, `chineseCounting` … */
  readonly format: string
  /** `%1、`, `（%1）`, `%1.%2`: a number behind a percent sign stands for the count of that level. */
  readonly text: string
  /** All numbers in digits, whatever their levels say. */
  readonly isLegal: boolean
  readonly suffix: string
  /** Restarts behind a paragraph of this level (from 1) or above; 0: never. Null: behind any above it. */
  readonly restart: number | null
  /** The paragraph style that stands for this level. */
  readonly style: string | null
}

/** A list that paragraphs name: its levels, and where they begin anew for it. Lists of one `count` go on counting together. */
export interface WordList {
  readonly count: string
  readonly levels: ReadonlyMap<number, ListLevel>
  readonly startOverrides: ReadonlyMap<number, number>
}

interface OpenList {
  levels: Map<number, ListLevel>
  /** The style of lists that says what its levels are. */
  link: string | null
}

/** The lists of a document by the number that paragraphs name them with. `numIdOfStyle`: the list that a style of lists means. */
export async function readNumbering(
  parts: PackageParts,
  part: string | null,
  numIdOfStyle: (style: string) => string | null,
): Promise<ReadonlyMap<string, WordList>> {
  const abstract = new Map<string, OpenList>()
  const lists = new Map<string, { count: string; levels: Map<number, ListLevel>; starts: Map<number, number> }>()
  let described: OpenList | null = null
  let list: { count: string; levels: Map<number, ListLevel>; starts: Map<number, number> } | null = null
  let at = 0
  let level: { -readonly [Key in keyof ListLevel]: ListLevel[Key] } | null = null
  const taker = shownEvents({
    open: (name, attributes) => {
      const value = attributeOf(attributes, 'val')
      if (name === 'abstractNum') {
        described = { levels: new Map(), link: null }
        abstract.set(attributeOf(attributes, 'abstractNumId') ?? '', described)
      } else if (name === 'num') {
        described = null
        list = { count: '', levels: new Map(), starts: new Map() }
        lists.set(attributeOf(attributes, 'numId') ?? '', list)
      } else if (name === 'abstractNumId' && list !== null) list.count = value ?? ''
      else if (name === 'numStyleLink' && described !== null) described.link = value
      else if (name === 'lvlOverride') at = Number(attributeOf(attributes, 'ilvl'))
      else if (name === 'startOverride') list?.starts.set(at, wholeNumber(value, 1))
      else if (name === 'lvl') {
        at = wholeNumber(attributeOf(attributes, 'ilvl'), at)
        level = { ...PLAIN_LEVEL }
      }
      if (level === null) return
      if (name === 'start') level.start = wholeNumber(value, 1)
      else if (name === 'numFmt') level.format = value ?? 'decimal'
      else if (name === 'lvlText') level.text = value ?? ''
      else if (name === 'isLgl') level.isLegal = isOn(attributes)
      else if (name === 'suff') level.suffix = value ?? 'tab'
      else if (name === 'lvlRestart') level.restart = wholeNumber(value, 0)
      else if (name === 'pStyle') level.style = value
    },
    close: (name) => {
      if (name !== 'lvl' || level === null) return
      const levels = described?.levels ?? list?.levels
      levels?.set(at, level)
      level = null
    },
  })
  if (part !== null) for await (const _ of xmlEvents(parts, part, taker));
  const countOf = (id: string): string => {
    const link = abstract.get(id)?.link ?? null
    const numId = link === null ? null : numIdOfStyle(link)
    return (numId === null ? undefined : lists.get(numId)?.count) ?? id
  }
  return new Map(
    Array.from(lists, ([numId, { count: own, levels, starts }]) => {
      const count = countOf(own)
      const all = new Map([...(abstract.get(count)?.levels ?? []), ...levels])
      return [numId, { count, levels: all, startOverrides: starts }]
    }),
  )
}

const PLAIN_LEVEL: ListLevel = {
  start: 1,
  format: 'decimal',
  text: '',
  isLegal: false,
  suffix: 'tab',
  restart: null,
  style: null,
}

function wholeNumber(written: string | null, otherwise: number): number {
  const value = Number(written ?? Number.NaN)
  return Number.isInteger(value) && value >= 0 ? value : otherwise
}
