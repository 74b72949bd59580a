import { readMark } from '../../../../core/notice/layout/numbering.ts'
import type { TextLine } from './text-line.ts'

/** The width that a block of lines is set in. */
export interface Measure {
  readonly left: number
  readonly right: number
}

/** Whether `line` goes on with the sentence of the line before it, which stands above it or on the page before. */
export function goesOn(before: TextLine, line: TextLine, measure: Measure, pitch: number): boolean {
  if (Math.abs(before.size - line.size) > Math.max(before.size, line.size) * OTHER_SIZE) return false
  if (before.page === line.page && line.baseline - before.baseline > pitch * APART) return false
  if (roomBehind(before, measure) > widthOfFirst(line.text) * line.size + SLACK * line.size) return false
  if (/^[（(][^（）()]{1,12}[）)]$/.test(line.text) && !/[，。；：]/.test(before.text)) return false
  if (readMark(line.text, 0)) return /[，、,（(“《]$/.test(before.text)
  return !/[。；;：:！!？?]$/.test(before.text) || line.left - measure.left < line.size * INDENT
}

/** The usual distance from one line to the next. */
export function pitchOf(lines: readonly TextLine[]): number {
  const distances = lines
    .slice(1)
    .map((line, index) => line.baseline - lines.at(index)!.baseline)
    .filter((distance) => distance > 0)
    .sort((a, b) => a - b)
  const size = lines[0]?.size ?? 0
  return Math.max(distances[Math.floor(distances.length / 2)] ?? 0, size * LEAST_PITCH)
}

/** Sizes that differ by more than this are set apart. */
const OTHER_SIZE = 0.15
const LEAST_PITCH = 1.2
const APART = 1.7
/** Programs set Han and Latin apart by a quarter of their size. */
const SLACK = 0.5
const INDENT = 1.5

/** What a line leaves free: on both sides where it is centered. */
function roomBehind({ left, right, size }: TextLine, measure: Measure): number {
  const before = left - measure.left
  const behind = measure.right - right
  return before > size && Math.abs(before - behind) < size * CENTERED ? before + behind : behind
}

const CENTERED = 0.8

/** In units of the letters' height: what must stand together at the beginning of a line. */
function widthOfFirst(text: string): number {
  const first = UNBROKEN.exec(text)?.[0] ?? ''
  return Array.from(first).reduce((sum, character) => sum + widthOf(character), 0)
}

function widthOf(character: string): number {
  return /[!-~]/.test(character) ? (/[%@MW]/.test(character) ? 1 : 0.6) : 1
}

/** A word or a character with the punctuation that clings to it; no line is broken on either side of a quotation mark. */
const WORD = String.raw`[“‘（《〈「『〔【([]*(?:[!-'*-~]+|.)[，。；：、！？”’）》〉」』〕】)\]%％,.;:!?]*`
const UNBROKEN = new RegExp(`^${WORD}(?:(?<=[“”‘’])${WORD}|(?=[“‘])${WORD})*`, 'u')
