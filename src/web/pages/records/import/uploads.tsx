import { useQueryClient } from '@tanstack/react-query'
import { createContext, use, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { call, type CallSetting } from '../../../client/call.ts'
import type { Problem } from '../../../client/problem.ts'
import { useSession } from '../../../client/session.tsx'
import { paceOf, sampled, type Sample, type UploadPace } from './pace.ts'
import { sendRecordFile, type SendingPorts, type SendingStage } from './send-record-file.ts'

/** A file on its way; it stays so while any of the records' pages is open. */
export interface Upload {
  readonly fileId: string
  readonly file: File
  readonly stage: SendingStage['stage'] | 'done' | 'refused'
  readonly done: number
  readonly pace: UploadPace
  readonly problem: Problem | null
}

interface Uploads {
  readonly upload: Upload | null
  readonly start: (fileId: string, file: File) => void
  readonly stop: () => void
}

const UploadsContext = createContext<Uploads>({ upload: null, start: () => undefined, stop: () => undefined })

export function useUploads(): Uploads {
  return use(UploadsContext)
}

/** One file at a time: the line is not faster for two. */
export function UploadsProvider({ children }: { readonly children: ReactNode }) {
  const { csrfToken } = useSession()
  const queries = useQueryClient()
  const [upload, setUpload] = useState<Upload | null>(null)
  const stopping = useRef<AbortController | null>(null)
  const isGoing = upload !== null && upload.stage !== 'done' && upload.stage !== 'refused'
  useEffect(() => () => stopping.current?.abort(), [])
  useEffect(() => {
    if (!isGoing) return undefined
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [isGoing])
  const uploads = useMemo<Uploads>(() => {
    const stop = () => {
      stopping.current?.abort()
      stopping.current = null
      setUpload(null)
    }
    const start = (fileId: string, file: File) => {
      stop()
      const own = new AbortController()
      stopping.current = own
      void run(fileId, file, { csrfToken, signal: own.signal }, (next) => {
        if (own.signal.aborted) return
        // What was read of the file while it was not whole is worth nothing now.
        if (next.stage === 'done') queries.removeQueries({ queryKey: ['readRecordFile'] })
        setUpload(next)
      })
    }
    return { upload, start, stop }
  }, [upload, csrfToken, queries])
  return <UploadsContext value={uploads}>{children}</UploadsContext>
}

/** Often enough to be seen moving, seldom enough to cost nothing. */
const SHOWN_EVERY_MS = 100

async function run(
  fileId: string,
  file: File,
  setting: CallSetting & { readonly signal: AbortSignal },
  show: (upload: Upload) => void,
): Promise<void> {
  const params = { fileId }
  let samples: readonly Sample[] = []
  let shownAt = 0
  let last: SendingStage = { stage: 'digesting', done: 0 }
  const showStage = () => show({ fileId, file, ...last, pace: paceOf(samples, file.size), problem: null })
  const ports: SendingPorts = {
    begin: (declared) => call('beginRecordFile', { body: { fileId, ...declared } }, setting),
    append: (offset, piece) => call('appendRecordFile', { params, query: { offset }, body: piece }, setting),
    finish: () => call('finishRecordFile', { params }, setting),
    now: () => performance.now(),
    pause: (ms) => pause(ms, setting.signal),
    signal: setting.signal,
    onStage: (next) => {
      const now = performance.now()
      samples = next.stage === last.stage ? sampled(samples, { at: now, done: next.done }) : [{ at: now, done: next.done }] // prettier-ignore
      const isNew = next.stage !== last.stage
      last = next.stage === 'waiting' ? { ...next, done: last.done } : next
      if (!isNew && now - shownAt < SHOWN_EVERY_MS) return
      shownAt = now
      showStage()
    },
  }
  showStage()
  try {
    const sent = await sendRecordFile(file, file.name, ports)
    const rest = { fileId, file, done: last.done, pace: paceOf([], file.size) }
    show(sent.ok ? { ...rest, stage: 'done', problem: null } : { ...rest, stage: 'refused', problem: sent.problem })
  } catch (error) {
    if (!setting.signal.aborted) throw error
  }
}

/** Until the time is over, the line is back, or the person has stopped it. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const go = () => {
      clearTimeout(timer)
      removeEventListener('online', go)
      signal.removeEventListener('abort', go)
      resolve()
    }
    const timer = setTimeout(go, ms)
    addEventListener('online', go)
    signal.addEventListener('abort', go)
  })
}
