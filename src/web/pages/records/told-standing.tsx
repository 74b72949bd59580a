import type { ReactNode } from 'react'
import { Unbroken } from '../../ui/unbroken.tsx'

/** How long work stands, and what the server says about it where it says anything. */
export function ToldStanding({ mark, standing }: { readonly mark: ReactNode; readonly standing: object }) {
  const message = 'message' in standing && typeof standing.message === 'string' ? standing.message : null
  return (
    <>
      {mark}
      {message === null ? null : (
        <span className="cap rec-beside">
          <Unbroken words={message} />
        </span>
      )}
    </>
  )
}
