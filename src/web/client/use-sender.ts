import { useQueryClient } from '@tanstack/react-query'
import { call, type Asked, type OperationId, type Told } from './call.ts'
import { useSession } from './session.tsx'

/** For many acts in a row: each is sent under the key that it brings, and what is on the page is read anew only when `renewAll` says so. */
export interface Sender {
  readonly send: <Id extends OperationId>(id: Id, asked: Asked<Id>, signal?: AbortSignal) => Promise<Told<Id>>
  readonly renewAll: () => Promise<void>
}

export function useSender(): Sender {
  const { csrfToken } = useSession()
  const queries = useQueryClient()
  return {
    send: (id, asked, signal) => call(id, asked, { csrfToken, ...(signal === undefined ? {} : { signal }) }),
    renewAll: () => queries.invalidateQueries(),
  }
}
