import { Drawer } from 'antd'
import { useState } from 'react'
import { Link, useLocation, useParams } from 'react-router'
import type { Answered } from '../client/call.ts'
import { useAnswer } from '../client/use-answer.ts'
import { useText } from '../text/language.tsx'
import { useLooks } from '../theme/looks.tsx'
import { Brand } from './brand.tsx'
import { frameText } from './frame-text.ts'
import { navigationOf } from './navigation.ts'
import { SignOut } from './sign-out.tsx'

export function Masthead({ me }: { readonly me: Answered<'readMe'> }) {
  const text = useText(frameText)
  const { assessmentId } = useParams()
  const { pathname } = useLocation()
  const [isOpen, setOpen] = useState(false)
  const district = useAnswer('readDistrict', {}).answer
  const list = useAnswer('listAssessments', {}).answer
  const current = list?.assessments.find((one) => one.assessmentId === assessmentId) ?? list?.assessments[0] ?? null
  const entries = navigationOf(me, current?.assessmentId ?? null)
  const links = entries.map(({ name, to }) => (
    <Link
      key={name}
      to={to}
      onClick={() => setOpen(false)}
      {...(isHere(pathname, to) ? { 'aria-current': 'page' } : {})}
    >
      {text[name]}
      {name === 'findings' && current !== null && waiting(current) > 0 ? <sup>{waiting(current)}</sup> : null}
    </Link>
  ))
  return (
    <header className="mast no-print">
      <div className="wrap">
        <Link className="brand" to="/" title={text.home}>
          <Brand />
          {text.brand}
        </Link>
        <div className="office">
          {current === null ? null : <b>{text.year(String(current.periodFrom ?? '').slice(0, 4))}</b>}
          <span>{district?.name}</span>
        </div>
        <nav className="nav" aria-label={text.pages}>
          {links}
        </nav>
        <div className="who">
          <Looks />
          <span className="role">{me.name}</span>
          <SignOut />
        </div>
        <button type="button" className="menu-btn" aria-expanded={isOpen} onClick={() => setOpen(true)}>
          {text.menu}
        </button>
      </div>
      <Drawer open={isOpen} onClose={() => setOpen(false)} title={text.menu} placement="right" size={280}>
        <nav className="drawer-nav" aria-label={text.pages}>
          {links}
        </nav>
        <div className="drawer-who">
          <span>{me.name}</span>
          <Looks />
          <SignOut />
        </div>
      </Drawer>
    </header>
  )
}

/** Theme and language. */
export function Looks() {
  const text = useText(frameText)
  const { theme, language, setTheme, setLanguage } = useLooks()
  return (
    <>
      <button type="button" onClick={() => setTheme(theme === 'dark' ? 'light' : 'dark')}>
        {theme === 'dark' ? text.light : text.dark}
      </button>
      <button
        type="button"
        lang={language === 'zh' ? 'en' : 'zh-Hans'}
        onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
      >
        {text.otherLanguage}
      </button>
    </>
  )
}

function isHere(pathname: string, to: string): boolean {
  return pathname === to || pathname.startsWith(`${to}/`)
}

/** Findings that somebody still has to decide. */
function waiting({ progress: { findings } }: Answered<'listAssessments'>['assessments'][number]): number {
  return findings.suspected + findings.reported + findings.notified
}
