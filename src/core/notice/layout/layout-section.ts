import type { MappedText } from './mapped-text.ts'

export interface LayoutSection {
  /** As printed: 一, （一）, 1; empty where there is none. */
  readonly label: string
  readonly title: string
  /** The whole heading, with its number, points and remarks. */
  readonly heading: MappedText
  readonly points: string | null
  readonly items: readonly LayoutItem[]
}

export interface LayoutItem {
  /** As printed: `1`, `（一）`, `①`, `1.1.1`; empty where there is none. */
  readonly label: string
  /** The wording with the price, without its number; where columns part them, the cell of the price. */
  readonly text: MappedText
  /** The neighbour cell (考核标准) where requirement and price stand in different columns. */
  readonly requirement: MappedText | null
  /** The item's own points: a column of points, `(2分)` at the end of a requirement, 记25分, (23分+10分) added up. */
  readonly points: string | null
}
