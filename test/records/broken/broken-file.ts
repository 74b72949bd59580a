/**
 * A file as it should not be: what it is, its bytes, the code of what is said about it, and what the message contains. A
 * code of `record-faults` where rows are at fault: then the first fault counts, as `第 N 行` and its message.
 */
export type BrokenFile = readonly [
  kind: string,
  make: () => Uint8Array | Promise<Uint8Array>,
  code: string,
  ...contains: readonly string[],
]
