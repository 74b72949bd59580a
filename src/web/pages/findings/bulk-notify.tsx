import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import { newId } from '../../client/call.ts'
import type { Problem } from '../../client/problem.ts'
import { useSender } from '../../client/use-sender.ts'
import { useText } from '../../text/language.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { findingTitle } from '../../../core/ledger/finding-title.ts'
import { useSay } from '../../ui/live-news.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { collectToNotify, type ToNotify } from './collect-to-notify.ts'
import type { FindingsFilter } from './findings-filter.ts'
import { findingsText } from './findings-text.ts'
import { notifyEach, type NotifyProgress } from './notify-each.ts'

/** What is to be told: those selected, or all of the filter. */
export type Bulk =
  | { readonly kind: 'selected'; readonly found: readonly ToNotify[]; readonly skipped: number }
  | { readonly kind: 'all'; readonly filter: FindingsFilter }

const NOTHING: NotifyProgress = { done: [], refused: [] }

/** Says how many before anything is done, then does them one by one. A key stays with its finding: trying again does nothing twice. */
export function BulkNotify({
  bulk,
  assessmentId,
  linkOf,
  onClose,
}: {
  readonly bulk: Bulk
  readonly assessmentId: string
  readonly linkOf: (findingId: string) => string
  readonly onClose: () => void
}) {
  const text = useText(findingsText)
  const say = useSay()
  const { send, renewAll } = useSender()
  const keys = useRef(new Map<string, string>())
  const isStopped = useRef(false)
  const [found, setFound] = useState<readonly ToNotify[] | null>(bulk.kind === 'selected' ? bulk.found : null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [progress, setProgress] = useState(NOTHING)
  const [phase, setPhase] = useState<'asking' | 'running' | 'over'>('asking')
  useEffect(() => {
    if (bulk.kind !== 'all') return undefined
    const abort = new AbortController()
    void collectToNotify(send, assessmentId, bulk.filter, abort.signal).then(
      (collected) => (collected.ok ? setFound(collected.found) : setProblem(collected.problem)),
      () => undefined,
    )
    return () => abort.abort()
  }, [])
  const run = async () => {
    if (found === null) return
    isStopped.current = false
    setPhase('running')
    const keyOf = (findingId: string) => keys.current.get(findingId) ?? newId()
    const end = await notifyEach(
      found.map(({ findingId }) => findingId),
      progress,
      (findingId) => {
        const key = keyOf(findingId)
        keys.current.set(findingId, key)
        const params = { assessmentId: assessmentId as never, findingId: findingId as never }
        return send('notifyFinding', { params, body: {}, key })
      },
      setProgress,
      () => isStopped.current,
    )
    setProgress(end)
    setPhase('over')
    say(text.notifyDone(end.done.length, end.refused.length))
    await renewAll()
  }
  const close = () => {
    isStopped.current = true
    onClose()
  }
  const count = found?.length ?? 0
  const left = count - progress.done.length
  const centers = new Set(found?.map(({ centerName }) => centerName)).size
  const titleOf = (findingId: string) =>
    findingTitle(found?.find((one) => one.findingId === findingId)?.description ?? '')
  return (
    <Dialog
      open
      title={text.notifyTitle}
      onCancel={close}
      mask={{ closable: false }}
      footer={
        <>
          <Button onClick={close}>{phase === 'asking' ? text.cancel : text.close}</Button>
          {phase === 'running' ? <Button onClick={() => (isStopped.current = true)}>{text.notifyStop}</Button> : null}
          {phase === 'running' || left === 0 ? null : (
            <Button type="primary" onClick={() => void run()}>
              {phase === 'asking' ? text.notifyGo(count) : text.notifyAgain(left)}
            </Button>
          )}
        </>
      }
    >
      {problem === null ? null : <ProblemNotice problem={problem} />}
      {found === null ? <p aria-busy="true">{problem === null ? text.collecting : ''}</p> : null}
      {found !== null && phase === 'asking' ? (
        <p>{count === 0 ? text.notifyNone : text.notifyLead(count, centers)}</p>
      ) : null}
      {bulk.kind === 'selected' && bulk.skipped > 0 ? <p className="note">{text.notifySkipped(bulk.skipped)}</p> : null}
      {phase === 'asking' ? null : (
        <p>
          <progress max={count} value={progress.done.length} aria-label={text.notifyTitle} />{' '}
          {phase === 'over'
            ? text.notifyDone(progress.done.length, progress.refused.length)
            : text.notifyRunning(progress.done.length, count)}
        </p>
      )}
      {progress.refused.length === 0 ? null : (
        <ul className="findings-refused">
          {progress.refused.map(({ findingId, problem: refusal }) => (
            <li key={findingId}>
              <Link to={linkOf(findingId)}>{titleOf(findingId)}</Link> {refusal.detail}
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}
