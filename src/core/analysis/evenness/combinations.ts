const FACTORIALS = [1n]

export function factorial(count: number): bigint {
  for (let next = FACTORIALS.length; next <= count; next += 1)
    FACTORIALS.push((FACTORIALS[next - 1] ?? 1n) * BigInt(next))
  return FACTORIALS[count] ?? 1n
}

/** How many ways to choose `some` of `all`; 0 where there are not so many. */
export function binomial(all: number, some: number): bigint {
  if (some < 0 || some > all) return 0n
  return all > MOST_KEPT ? factorial(all) / (factorial(some) * factorial(all - some)) : (rowOf(all)[some] ?? 0n)
}

/** Rows of Pascal's triangle are asked for over and over; those of small numbers are kept. */
const MOST_KEPT = 200
const ROWS: (readonly bigint[] | undefined)[] = []

function rowOf(all: number): readonly bigint[] {
  const known = ROWS[all]
  if (known !== undefined) return known
  const row = [1n]
  for (let some = 0; some < all; some += 1) row.push(((row[some] ?? 0n) * BigInt(all - some)) / BigInt(some + 1))
  ROWS[all] = row
  return row
}
