import { useState } from 'react'
import { id, type RubricId } from '../../../core/kernel/identifiers.ts'
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
import { parseRubricName, rubricNameOf } from './rubric-name.ts'

interface Draft {
  readonly text: string
  readonly name: string
}

/** A notice on its way to being adopted: its text, what is read from it beside it, and then the assessment over it. */
export function NewNoticePage() {
  const text = useText(noticesText)
  const { compile, isCompiling, isBroken } = useCompiler()
  const [draft, setDraft] = useState<Draft>({ text: '', name: '' })
  const [compiled, setCompiled] = useState<Compiled | null>(null)
  const [adopted, setAdopted] = useState<Adopted | null>(null)
  useTitle(adopted === null ? text.compileTitle : text.openTitle)

  const read = async (next: Draft) => {
    setDraft(next)
    setCompiled(await compile(next.text, parseRubricName(next.name) ?? FALLBACK))
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
          onText={(given, fileName) =>
            void read({ text: given, name: fileName === null ? draft.name : rubricNameOf(fileName) })
          }
        />
      ) : (
        <>
          <SideBySide source={draft.text} compiled={compiled} onAgain={() => setCompiled(null)} />
          <AdoptForm source={draft.text} name={draft.name} compiled={compiled} onAdopted={setAdopted} />
        </>
      )}
    </main>
  )
}

/** Only while it is read: a person names it when it is adopted. */
const FALLBACK = id<RubricId>('rubric')
