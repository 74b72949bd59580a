import { Button } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { id, type RubricId } from '../../../core/kernel/identifiers.ts'
import type { Digest } from '../../../core/ledger/chain.ts'
import { compareRubrics } from '../../../core/rubric/compare-rubrics.ts'
import type { Rubric } from '../../../core/rubric/rubric.ts'
import { call } from '../../client/call.ts'
import type { Problem } from '../../client/problem.ts'
import { useSession } from '../../client/session.tsx'
import { useAnswer } from '../../client/use-answer.ts'
import { useText } from '../../text/language.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useTitle } from '../../ui/use-title.ts'
import './notices.css'
import { changeRow, type ChangeRow } from './change-rows.ts'
import { ChangeTable } from './change-table.tsx'
import { noticesText } from './notices-text.ts'
import { useCompiler } from './use-compiler.ts'
import { VersionChoice, type Version } from './version-choice.tsx'

/** Two versions of a notice side by side, each adopted or pasted. */
export function ComparePage() {
  const text = useText(noticesText)
  const { csrfToken } = useSession()
  const { compile, isCompiling, isBroken } = useCompiler()
  const [search] = useSearchParams()
  const [before, setBefore] = useState<Version>({ digest: search.get('before') || null, text: '' })
  const [after, setAfter] = useState<Version>({ digest: search.get('after') || null, text: '' })
  const [rows, setRows] = useState<readonly ChangeRow[] | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const list = useAnswer('listRubrics', {})
  useTitle(text.compareTitle)

  const rubricOf = async ({ digest, text: source }: Version): Promise<Rubric | null> => {
    if (digest === null) return (await compile(source, id<RubricId>('pasted'))).rubric
    const told = await call('readAdoptedRubric', { params: { rubricDigest: digest as Digest } }, { csrfToken })
    if (told.ok) return told.value.rubric
    setProblem(told.problem)
    return null
  }
  const compare = async () => {
    setProblem(null)
    setRows(null)
    const [was, is] = await Promise.all([rubricOf(before), rubricOf(after)])
    if (was === null || is === null) return
    setRows(compareRubrics(was, is).map((change) => changeRow(change, was, is)))
  }
  const rubrics = list.answer?.rubrics ?? []
  return (
    <main className="wrap">
      <div className="head">
        <div>
          <h1>{text.compareTitle}</h1>
          <p className="lead">{text.compareLead}</p>
        </div>
      </div>
      {list.problem === null ? null : <ProblemNotice problem={list.problem} onAgain={list.renew} />}
      <div className="notices-compare">
        <VersionChoice name={text.before} version={before} rubrics={rubrics} onChange={setBefore} />
        <VersionChoice name={text.after} version={after} rubrics={rubrics} onChange={setAfter} />
      </div>
      <p className="notices-acts">
        <Button
          type="primary"
          loading={isCompiling}
          disabled={isMissing(before) || isMissing(after)}
          onClick={() => void compare()}
        >
          {text.compareSend}
        </Button>
      </p>
      {problem === null ? null : <ProblemNotice problem={problem} />}
      {isBroken ? (
        <div className="problem" role="alert">
          <p>{text.broken}</p>
        </div>
      ) : null}
      {rows === null ? null : <ChangeTable rows={rows} />}
    </main>
  )
}

function isMissing({ digest, text }: Version): boolean {
  return digest === null && text.trim() === ''
}
