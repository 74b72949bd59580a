/** Ends a switch over a closed union: a new member becomes a type error at every place that must handle it. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`)
}
