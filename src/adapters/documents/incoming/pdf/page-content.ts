import type { RulingLine } from './ruling-line.ts'

/** What stands on a page, in points from its upper left corner as it is seen. */
export interface PageContent {
  /** Counted from one. */
  readonly page: number
  readonly width: number
  readonly height: number
  readonly fragments: readonly Fragment[]
  readonly rulings: readonly RulingLine[]
  /** How much of the page its largest picture takes, from 0 to 1. */
  readonly pictureShare: number
  /** How much its pictures take together. */
  readonly picturesShare: number
  /** How many paths are drawn: letters that are only outlines have no text. */
  readonly drawings: number
}

/** A run of text of one size on one baseline. */
export interface Fragment {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly baseline: number
  /** The height of its letters. */
  readonly size: number
}
