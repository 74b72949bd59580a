import { useNavigate } from 'react-router'
import { call } from '../client/call.ts'
import { useSession } from '../client/session.tsx'
import { useText } from '../text/language.tsx'
import { frameText } from './frame-text.ts'

export function SignOut() {
  const text = useText(frameText)
  const { csrfToken, renew } = useSession()
  const go = useNavigate()
  const leave = async () => {
    await call('signOut', {}, { csrfToken })
    await renew()
    await go('/sign-in')
  }
  return (
    <button type="button" onClick={() => void leave()}>
      {text.signOut}
    </button>
  )
}
