import { useEffect, useState } from 'react'
import type { RecordFile } from '../../offline/inspection-record.ts'

/** From the phone's own copy; nothing where it was cleared. */
export function Photo({ file: { content }, name }: { readonly file: RecordFile; readonly name: string }) {
  const address = useAddressOf(content)
  return address === null ? null : <img className="ph" src={address} alt={name} />
}

/** A blob: address, given back when it is shown no longer. */
export function useAddressOf(content: Blob | null): string | null {
  const [address, setAddress] = useState<string | null>(null)
  const size = content?.size
  useEffect(() => {
    if (content === null) return
    const made = URL.createObjectURL(content)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
    // The store hands out a new blob with every answer; what a file holds never changes.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [size])
  return address
}
