import { numberWords } from './number-words.ts'
import type { ListLevel, WordList } from './word-numbering.ts'

/** The number that Word shows in front of a paragraph of a list, with a blank where it parts it from the text. */
export type NumberFor = (numId: string, level: number) => string

/** Counts the paragraphs of lists; they must be asked for in their order. */
export function countLists(lists: ReadonlyMap<string, WordList>): NumberFor {
  const counts = new Map<string, (number | undefined)[]>()
  const begun = new Set<string>()
  return (numId, at) => {
    const list = lists.get(numId)
    const level = list?.levels.get(at)
    if (list === undefined || level === undefined) return ''
    const values = counts.get(list.count) ?? []
    counts.set(list.count, values)
    const start = (of: number) => list.startOverrides.get(of) ?? list.levels.get(of)?.start ?? 1
    const isAnew = list.startOverrides.has(at) && !begun.has(`${numId} ${at}`)
    begun.add(`${numId} ${at}`)
    const before = values[at]
    values[at] = before === undefined || isAnew ? start(at) : before + 1
    for (const [below, { restart }] of list.levels) {
      if (below > at && (restart === null || at < restart)) values[below] = undefined
    }
    return labelOf(level, (of) => wordsOf(list.levels.get(of), values[of] ?? start(of), level.isLegal))
  }
}

function labelOf({ format, text, suffix }: ListLevel, number: (level: number) => string): string {
  const label =
    format === 'bullet' ? bulletOf(text) : text.replaceAll(/%([1-9])/gu, (_all, of) => number(Number(of) - 1))
  return label === '' || suffix === 'nothing' ? label : `${label} `
}

function wordsOf(level: ListLevel | undefined, value: number, isLegal: boolean): string {
  const format = level?.format ?? 'decimal'
  return numberWords(value, isLegal && format !== 'none' ? 'decimal' : format)
}

/** Signs of symbol fonts have no meaning outside of them. */
function bulletOf(text: string): string {
  return /^[\uE000-\uF8FF]*$/u.test(text) ? '•' : text
}
