import { Navigate, useSearchParams } from 'react-router'
import { useSession } from '../../client/session.tsx'
import { Brand } from '../../frame/brand.tsx'
import { frameText } from '../../frame/frame-text.ts'
import { Looks } from '../../frame/masthead.tsx'
import { useText } from '../../text/language.tsx'
import './sign-in.css'
import { OwedCode, OwedEnrollment, OwedPassword } from './owed-steps.tsx'
import { SignInForm } from './sign-in-form.tsx'
import { signInText } from './sign-in-text.ts'

/** Signing in, and whatever the session still owes before anything else may be done. */
export function SignInPage() {
  const text = useText(signInText)
  const frame = useText(frameText)
  const { me } = useSession()
  const [search] = useSearchParams()
  if (me?.standing === 'full') return <Navigate to={ownAddress(search.get('then'))} replace />
  return (
    <main className="sign-in">
      <header>
        <span className="brand">
          <Brand />
          {frame.brand}
        </span>
        <span className="who">
          <Looks />
        </span>
      </header>
      <p className="lead">{text.lead}</p>
      {me === null ? <SignInForm /> : null}
      {me?.standing === 'password-change-owed' ? <OwedPassword /> : null}
      {me?.standing === 'second-factor-owed' ? <OwedCode /> : null}
      {me?.standing === 'enrollment-owed' ? <OwedEnrollment /> : null}
      <p className="cap">{text.publicResults}</p>
    </main>
  )
}

/** Only an address of this house: a link to the sign-in page must not lead elsewhere. */
function ownAddress(then: string | null): string {
  return then !== null && /^\/(?![/\\])/.test(then) ? then : '/'
}
