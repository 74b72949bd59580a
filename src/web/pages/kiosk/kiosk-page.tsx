import { useState } from 'react'
import { useParams } from 'react-router'
import { id, type AssessmentId, type TenantId } from '../../../core/kernel/identifiers.ts'
import type { Answered } from '../../client/call.ts'
import { useAnswer } from '../../client/use-answer.ts'
import { useLanguage, useText } from '../../text/language.tsx'
import { dayWords } from '../../ui/day-words.ts'
import { useTitle } from '../../ui/use-title.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { PointsFigure, signed } from '../../ui/score-figures.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { formatPoints } from '../../../core/kernel/points.ts'
import './kiosk.css'
import { kioskText } from './kiosk-text.ts'
import { useIdle } from './use-idle.ts'

type Results = Answered<'readPublicResults'>

const IDLE = 60_000

/** For the hall's touch screen: nothing to sign in to, nothing that leads elsewhere, and back at the start when nobody is there. */
export function KioskPage() {
  const text = useText(kioskText)
  const language = useLanguage()
  const { district = '', assessmentId = '' } = useParams()
  const params = { district: id<TenantId>(district), assessmentId: id<AssessmentId>(assessmentId) }
  const { answer, problem, renew } = useAnswer('readPublicResults', { params })
  const [chosen, setChosen] = useState<string | null>(null)
  useTitle(text.title)
  useIdle(IDLE, () => {
    setChosen(null)
    scrollTo(0, 0)
    renew()
  })
  const one = answer?.results.find(({ centerId }) => centerId === chosen)
  return (
    <main className="kiosk">
      {problem === null || answer !== null ? null : problem.code === 'not-published' ? (
        <h1>{text.missing}</h1>
      ) : (
        <ProblemNotice problem={problem} onAgain={renew} />
      )}
      {answer === null ? (
        <Waiting rows={8} />
      ) : one === undefined ? (
        <>
          <header>
            <h1>{answer.title}</h1>
            <p>
              {answer.districtName} {text.sealedOn(dayWords(answer.sealedOn, language))}
            </p>
            <p>{text.lead}</p>
          </header>
          <Ranks results={answer} onChoose={setChosen} />
        </>
      ) : (
        <One results={answer} one={one} onBack={() => setChosen(null)} />
      )}
    </main>
  )
}

function Ranks({
  results: { results },
  onChoose,
}: {
  readonly results: Results
  readonly onChoose: (centerId: string) => void
}) {
  const text = useText(kioskText)
  return (
    <ol className="kiosk-ranks">
      {results.map(({ centerId, name, rank, score }) => (
        <li key={centerId}>
          <button
            type="button"
            onClick={() => {
              onChoose(centerId)
              scrollTo(0, 0)
            }}
          >
            <span className="fig rk">
              {rank}
              {results.filter((other) => other.rank === rank).length > 1 ? <small>{text.tied}</small> : null}
            </span>
            <span>{name}</span>
            <b className="fig">
              <PointsFigure points={score} isAligned />
            </b>
          </button>
        </li>
      ))}
    </ol>
  )
}

function One({
  results: { sections },
  one,
  onBack,
}: {
  readonly results: Results
  readonly one: Results['results'][number]
  readonly onBack: () => void
}) {
  const text = useText(kioskText)
  return (
    <>
      <header>
        <button type="button" className="kiosk-back" onClick={onBack}>
          {text.back}
        </button>
        <h1>{one.name}</h1>
        <p>
          {text.rankOf(one.rank)} {text.total} <b className="fig">{formatPoints(one.score)}</b>
        </p>
      </header>
      <table className="kiosk-sections">
        <thead>
          <tr>
            <th scope="col">{text.section}</th>
            <th scope="col" className="e">
              {text.points}
            </th>
            <th scope="col" className="e">
              {text.score}
            </th>
          </tr>
        </thead>
        <tbody>
          {sections.map(({ sectionId, label, title, maxPoints }, place) => {
            const score = one.scores?.[place]?.score ?? null
            return (
              <tr key={sectionId}>
                <th scope="row">{label === '' ? title : `${label}、${title}`}</th>
                <td className="num">{maxPoints === null ? <small>{text.noPoints}</small> : formatPoints(maxPoints)}</td>
                <td className={`num ${maxPoints === null && score !== null && score < 0 ? 'lost' : ''}`}>
                  {score === null ? null : maxPoints === null ? signed(score) : formatPoints(score)}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </>
  )
}
