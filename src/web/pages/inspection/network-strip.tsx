import { Link, useLocation } from 'react-router'
import { useText } from '../../text/language.tsx'
import { inspectionText } from './inspection-text.ts'
import { usePending } from './use-pending.ts'

/** Whether there is a network, what still works, and how many wait. Nothing is said where nothing is the matter. */
export function NetworkStrip() {
  const text = useText(inspectionText)
  const { pathname, search } = useLocation()
  const { count, sending, isOnline } = usePending()
  const said = () => {
    if (!isOnline) return text.offline(count)
    if (count === 0) return null
    if (sending.isSending) return text.sending(count)
    if (sending.last === 'unreachable') return text.unreachable(count)
    if (sending.last === 'pause') return text.busy(count)
    if (sending.last !== 'sign-in') return null
    return (
      <>
        {text.signInToSend(count)}
        <Link to={`/sign-in?then=${encodeURIComponent(pathname + search)}`}>{text.waitingSignIn}</Link>
      </>
    )
  }
  return (
    <p className="insp-strip" role="status">
      {said()}
    </p>
  )
}
