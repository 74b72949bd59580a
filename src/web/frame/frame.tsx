import { useEffect, useState } from 'react'
import { Link, Outlet, useLocation, Navigate, useNavigation } from 'react-router'
import { useSession } from '../client/session.tsx'
import { useText } from '../text/language.tsx'
import { frameText } from './frame-text.ts'
import { Masthead } from './masthead.tsx'

/** What stands round every page of a signed-in person. */
export function Frame() {
  const { me } = useSession()
  const text = useText(frameText)
  const { pathname, search } = useLocation()
  const navigation = useNavigation()
  if (me === null || me.standing !== 'full')
    return <Navigate to={`/sign-in?then=${encodeURIComponent(pathname + search)}`} replace />
  return (
    <>
      <a className="skip" href="#content">
        {text.skip}
      </a>
      <Masthead me={me} />
      <OfflineStrip />
      <div id="content" tabIndex={-1} aria-busy={navigation.state === 'loading'}>
        <Outlet />
      </div>
      <footer className="foot no-print">
        <div className="wrap">
          <span>{text.footer}</span>
          <Link to="/help">{text.help}</Link>
        </div>
      </footer>
    </>
  )
}

function OfflineStrip() {
  const text = useText(frameText)
  const [isOffline, setOffline] = useState(!navigator.onLine)
  useEffect(() => {
    const note = () => setOffline(!navigator.onLine)
    addEventListener('online', note)
    addEventListener('offline', note)
    return () => {
      removeEventListener('online', note)
      removeEventListener('offline', note)
    }
  }, [])
  return isOffline ? (
    <p className="offline-strip" role="status">
      {text.offline}
    </p>
  ) : null
}
