import type { TracedText } from './traced-text.ts'

/** What every form of a notice (plain text, Markdown, HTML, tabbed rows) is brought to before it is understood. */
export type Block =
  | {
      readonly kind: 'paragraph'
      readonly text: TracedText
      /** of a bullet or a numbered `<li>` */ readonly mark: string | null
    }
  | { readonly kind: 'heading'; readonly level: number; readonly text: TracedText }
  | TableBlock

export interface TableBlock {
  readonly kind: 'table'
  readonly rows: readonly TableRow[]
}

export type TableRow = readonly TableCell[]

export interface TableCell {
  readonly text: TracedText
  readonly rowSpan: number
  readonly colSpan: number
}

export function plainCell(text: TracedText): TableCell {
  return { text, rowSpan: 1, colSpan: 1 }
}
