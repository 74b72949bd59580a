import { useCallback, useEffect, useRef, useState } from 'react'
import { id, type PersonId, type RubricId } from '../../../core/kernel/identifiers.ts'
import { serverNow } from '../../client/server-clock.ts'
import { useSession } from '../../client/session.tsx'
import { shanghaiDay } from '../../offline/shanghai-time.ts'
import { useTitle } from '../../ui/use-title.ts'
import { useText } from '../../text/language.tsx'
import '../notice/notice.css'
import './notices.css'
import { AdoptForm, type Adopted } from './adopt-form.tsx'
import type { Compiled } from './compiled.ts'
import { NoticeSource } from './notice-source.tsx'
import { noticesText } from './notices-text.ts'
import { OpenAssessmentForm } from './open-assessment-form.tsx'
import { SideBySide } from './side-by-side.tsx'
import { useCompiler } from './use-compiler.ts'
import { useNoticeDraft, type NoticeDraft } from './use-notice-draft.ts'
import { parseRubricName, rubricNameOf } from './rubric-name.ts'

/** A notice on its way to being adopted: its text, what is read from it beside it, and then the assessment over it. */
export function NewNoticePage() {
  const text = useText(noticesText)
  const { me } = useSession()
  const personId = me?.personId ?? id<PersonId>('nobody')
  const { compile, isCompiling, isBroken } = useCompiler()
  const { draft, change, forget } = useNoticeDraft(personId)
  const [compiled, setCompiled] = useState<Compiled | null>(null)
  const [adopted, setAdopted] = useState<Adopted | null>(null)
  const [told, setTold] = useState<readonly string[]>([])
  useTitle(adopted === null ? text.compileTitle : text.openTitle)

  const read = useCallback(
    async ({ text: source, name, corrections }: NoticeDraft) => {
      const stamp = { correctedBy: personId, correctedOn: shanghaiDay(serverNow()) }
      const stamped = corrections.map((correction) => ({ ...correction, ...stamp }))
      setCompiled(await compile(source, parseRubricName(name) ?? FALLBACK, stamped))
    },
    [compile, personId],
  )
  const begin = useRef(draft)
  // What was already corrected is shown again as it was left, not to be compiled once more by hand.
  useEffect(() => {
    if (begin.current.corrections.length > 0) void read(begin.current)
  }, [read])
  const take = (part: Partial<NoticeDraft>) => {
    change(part)
    void read({ ...draft, ...part })
  }
  if (adopted !== null)
    return (
      <main className="wrap">
        <div className="head">
          <div>
            <h1>{text.adopted}</h1>
            <p className="lead">{text.adoptedLead(adopted.title)}</p>
          </div>
        </div>
        <h2>{text.openTitle}</h2>
        <OpenAssessmentForm rubricDigest={adopted.rubricDigest} />
      </main>
    )
  return (
    <main className="wrap">
      <div className="head">
        <div>
          <h1>{text.compileTitle}</h1>
          <p className="lead">{text.compileLead}</p>
        </div>
      </div>
      {compiled === null ? (
        <NoticeSource
          given={draft.text}
          isCompiling={isCompiling}
          isBroken={isBroken}
          onText={(given, taken) => {
            setTold(taken?.told ?? [])
            take({ text: given, name: taken === null ? draft.name : rubricNameOf(taken.fileName) })
          }}
        />
      ) : (
        <>
          {told.map((one) => (
            <p key={one} className="notices-told">
              {one}
            </p>
          ))}
          <SideBySide
            source={draft.text}
            compiled={compiled}
            corrections={draft.corrections}
            onCorrect={(corrections) => take({ corrections })}
            onAgain={() => setCompiled(null)}
          />
          <AdoptForm
            source={draft.text}
            name={draft.name}
            compiled={compiled}
            corrections={draft.corrections}
            onAdopted={(done) => {
              setAdopted(done)
              forget()
            }}
          />
        </>
      )}
    </main>
  )
}

/** Only while it is read: a person names it when it is adopted. */
const FALLBACK = id<RubricId>('rubric')
