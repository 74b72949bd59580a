import { use, useMemo, Suspense } from 'react'
import { Link, Navigate, useParams } from 'react-router'
import { useSession } from '../../client/session.tsx'
import { Brand } from '../../frame/brand.tsx'
import { Looks, Masthead } from '../../frame/masthead.tsx'
import { useLanguage, useText } from '../../text/language.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { CHAPTERS, GUIDES, guideOf, isChapter, isGuide, type Chapter, type Guide } from './guides.ts'
import { helpText } from './help-text.ts'
import './help.css'
import { Markdown } from './markdown.tsx'

/** What one does in a role, in which order; for everybody, signed in or not. */
export function HelpPage() {
  const text = useText(helpText)
  const language = useLanguage()
  const { me } = useSession()
  const { page = '' } = useParams()
  useTitle(text.title)
  if (!isGuide(page) && !isChapter(page)) return <Navigate to={`/help/${guideOf(me?.roles ?? [])}`} replace />
  return (
    <>
      {me?.standing === 'full' ? <Masthead me={me} /> : <OutsideHead />}
      <main className="wrap help">
        <nav aria-label={text.pages}>
          {[...GUIDES, ...CHAPTERS].map((guide) => (
            <Link key={guide} to={`/help/${guide}`} {...(guide === page ? { 'aria-current': 'page' as const } : {})}>
              {text[guide]}
            </Link>
          ))}
        </nav>
        <article lang="zh-Hans">
          {language === 'zh' ? null : (
            <p className="note" lang="en">
              {text.inChinese}
            </p>
          )}
          <Suspense fallback={<Waiting rows={6} />} key={page}>
            <GuideText guide={page} />
          </Suspense>
        </article>
      </main>
    </>
  )
}

function OutsideHead() {
  const text = useText(helpText)
  return (
    <header className="mast no-print">
      <div className="wrap">
        <span className="brand">
          <Brand />
        </span>
        <div className="office" />
        <div className="who">
          <Link to="/sign-in">{text.signIn}</Link>
          <Looks />
        </div>
      </div>
    </header>
  )
}

function GuideText({ guide }: { readonly guide: Guide | Chapter }) {
  const source = use(useMemo(() => loaded(guide), [guide]))
  return <Markdown source={source} />
}

const FILES = import.meta.glob<string>('../../../../docs/guide/*.md', { query: '?raw', import: 'default' })
const LOADED = new Map<Guide | Chapter, Promise<string>>()

/** Each once: `use` must see the same promise again. */
function loaded(guide: Guide | Chapter): Promise<string> {
  const known = LOADED.get(guide) ?? FILES[`../../../../docs/guide/${guide}.md`]?.() ?? Promise.resolve('')
  LOADED.set(guide, known)
  return known
}
