/** Where a table stands in a workbook, so that formulas can name its figures. Rows of a sheet count from 1. */
export interface TablePlace {
  /** Its rows without head and foot: one stretch, or several where it goes on in further sheets. */
  readonly stretches: readonly Stretch[]
  /** Letters by the key of the column. */
  readonly columns: ReadonlyMap<string, string>
  /** Rows that have a key, those of the foot too; of what comes in pieces, none. */
  readonly rows: ReadonlyMap<string, RowPlace>
  readonly rowCount: number
}

export interface Stretch {
  readonly sheet: string
  readonly first: number
  readonly last: number
}

export interface RowPlace {
  readonly sheet: string
  readonly row: number
}

export type TablePlaces = ReadonlyMap<string, TablePlace>
