export interface Placed<Row> {
  readonly row: Row
  /** How many rows share the rank from here on: the height of the rank's cell; 0 where an earlier row bears it. */
  readonly span: number
}

/** One cell for each rank, over the rows that share it; the rows come in the order of their ranks. */
export function placeTies<Row extends { readonly rank: number }>(rows: readonly Row[]): readonly Placed<Row>[] {
  return rows.map((row, at) => {
    if (rows[at - 1]?.rank === row.rank) return { row, span: 0 }
    const next = rows.findIndex((other, place) => place > at && other.rank !== row.rank)
    return { row, span: (next === -1 ? rows.length : next) - at }
  })
}
