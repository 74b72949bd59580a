import type { ByteRange, UploadDeclaration } from '../../app/ports/evidence-store.ts'

/** Whether the client begins again what it has begun; when it did so is the store's first memory, not the client's. */
export function isSameDeclaration(one: UploadDeclaration, other: UploadDeclaration): boolean {
  return one.by === other.by && one.name === other.name && one.bytes === other.bytes && one.digest === other.digest
}

/** The range to read, cut at the file's end; null where nothing of it is in the file. */
export function rangeWithin(asked: ByteRange | null, bytes: number): ByteRange | null {
  if (asked === null) return { start: 0, end: bytes }
  const { start, end } = asked
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end) || start < 0 || start >= bytes || end <= start)
    return null
  return { start, end: Math.min(end, bytes) }
}
