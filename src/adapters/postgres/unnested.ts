/**
 * Many rows in one statement whose text is always the same: each column is one array. `columns` names them with their types, the
 * first being `$from`. The names are of a derived table; its rows come in the order of the arrays.
 */
export function unnested(columns: Readonly<Record<string, 'text' | 'bigint'>>, from: number): string {
  return Object.entries(columns)
    .map(([name, type], at) => `unnest($${from + at}::${type}[]) AS ${name}`)
    .join(', ')
}

/** Rows as their columns. */
export function transposed<Value>(rows: readonly (readonly Value[])[], columns: number): readonly (readonly Value[])[] {
  return Array.from({ length: columns }, (_, at) => rows.flatMap((row) => row.slice(at, at + 1)))
}
