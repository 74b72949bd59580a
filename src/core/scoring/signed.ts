/** A size with its direction; nothing is 0 either way, never the negative zero that the product would give. */
export function signed(sign: 1 | -1, size: number): number {
  return size === 0 ? 0 : sign * size
}
