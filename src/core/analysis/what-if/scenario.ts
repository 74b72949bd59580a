import { accepted } from '../../kernel/outcome.ts'
import { notSupposed, type Supposing } from './supposition-refusals.ts'
import { parseSupposition } from './parse-supposition.ts'
import { printSupposition } from './print-supposition.ts'
import type { Supposition } from './supposition.ts'

/** 方案: suppositions in the order in which they are laid over the year, under a name (empty for none). */
export interface Scenario {
  readonly name: string
  readonly suppositions: readonly Supposition[]
}

const MOST_SUPPOSITIONS = 50
/** In UTF-16 units, as fields on pages count. */
export const LONGEST_NAME = 40

/**
 * One line that fits into an address: `申诉成立|12:reversed;price:3.4.1:2`. The same scenario always prints the same, and what is
 * printed is read back as it was.
 */
export function printScenario({ name, suppositions }: Scenario): string {
  const said = suppositions.map(printSupposition).join(';')
  return name === '' ? said : `${escapedName(name)}|${said}`
}

/**
 * Reads what `printScenario` prints, and what a person types: words set apart by blanks or colons, suppositions by
 * semicolons or new lines, in Chinese or English (`12 撤销；改价 3.4.1 2`).
 */
export function parseScenario(text: string): Supposing<Scenario> {
  const bar = text.indexOf('|')
  const name = bar === -1 ? '' : nameIn(text.slice(0, bar))
  if (name.length > LONGEST_NAME) return notSupposed('scenario-name-long', name.length, LONGEST_NAME)
  const said = text
    .slice(bar + 1)
    .split(/[;；\n]/u)
    .map((one) => one.trim())
    .filter((one) => one !== '')
  if (said.length > MOST_SUPPOSITIONS) return notSupposed('scenario-long', said.length, MOST_SUPPOSITIONS)
  const suppositions: Supposition[] = []
  for (const one of said) {
    const parsed = parseSupposition(one)
    if (!parsed.ok) return notSupposed('scenario-malformed', suppositions.length + 1, shortened(one), parsed.why)
    suppositions.push(parsed.supposition)
  }
  return accepted({ name, suppositions })
}

/** The name as a scenario can have it: one line, without blanks around. */
export function cleanName(name: string): string {
  return name.replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ').trim()
}

function escapedName(name: string): string {
  return cleanName(name).replace(/[%|]/g, encodeURIComponent)
}

function nameIn(text: string): string {
  return cleanName(text.replace(/%25|%7C/g, decodeURIComponent))
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}……` : text
}
