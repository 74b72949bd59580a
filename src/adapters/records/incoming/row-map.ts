/** Which row of the person's file a data record came from. Grows only where rows are left out. */
export interface RowMap {
  /** The next data record, counted from 0, stands in this row. */
  readonly add: (row: number) => void
  readonly rowOf: (index: number) => number
  readonly count: () => number
}

export function rowMap(): RowMap {
  const indexes: number[] = []
  const rows: number[] = []
  let count = 0
  let expected = Number.NaN
  return {
    add: (row) => {
      if (row !== expected) {
        indexes.push(count)
        rows.push(row)
      }
      expected = row + 1
      count += 1
    },
    count: () => count,
    rowOf: (index) => {
      let low = 0
      let high = indexes.length - 1
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if ((indexes[middle] ?? 0) <= index) low = middle
        else high = middle - 1
      }
      return (rows[low] ?? 0) + index - (indexes[low] ?? 0)
    },
  }
}
