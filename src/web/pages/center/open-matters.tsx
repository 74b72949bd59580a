import { Link } from 'react-router'
import type { Rubric } from '../../../core/rubric/rubric.ts'
import { caseNumbers } from '../../../core/scoring/sheet-names.ts'
import { useText } from '../../text/language.tsx'
import { caseNumberText } from '../../ui/case-number-text.ts'
import { findingTitle } from '../../../core/ledger/finding-title.ts'
import { movesText } from '../../ui/score-figures.tsx'
import { StandingMark } from '../../ui/standing-mark.tsx'
import { centerText } from './center-text.ts'
import type { CenterFindings, SheetAnswer } from './center-answers.ts'

type OpenMatter = SheetAnswer['sheet']['open'][number]

/** What is contested or not decided yet, the one first that can move the total most. */
export function OpenMatters({
  answer: { sheet },
  findings,
  rubric,
  assessmentId,
}: {
  readonly answer: SheetAnswer
  readonly findings: CenterFindings
  readonly rubric: Rubric
  readonly assessmentId: string
}) {
  const text = useText(centerText)
  return (
    <section id="center-open" aria-labelledby="center-open-head">
      <div className="sec-head">
        <h2 id="center-open-head">{text.open}</h2>
        <span className="cap">{text.openCap(sheet.open.length)}</span>
      </div>
      {sheet.open.length === 0 ? <p className="center-none">{text.noOpen}</p> : null}
      {sheet.open.length === 0 ? null : (
        <div className="center-scroll" role="region" tabIndex={0} aria-label={text.open}>
          <table className="tbl">
            <thead>
              <tr>
                <th scope="col">{text.matter}</th>
                <th scope="col">{text.waitsFor}</th>
                <th scope="col">{text.ourReply}</th>
                <th scope="col" className="r">
                  {text.moves}
                </th>
              </tr>
            </thead>
            <tbody>
              {sheet.open.map((matter) => (
                <Row
                  key={`${matter.kind} ${matter.ref}`}
                  matter={matter}
                  sheet={sheet}
                  findings={findings}
                  rubric={rubric}
                  base={`/assessments/${assessmentId}`}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

function Row({
  matter: { kind, ref, sectionId, moves },
  sheet,
  findings,
  rubric,
  base,
}: {
  readonly matter: OpenMatter
  readonly sheet: SheetAnswer['sheet']
  readonly findings: CenterFindings
  readonly rubric: Rubric
  readonly base: string
}) {
  const text = useText(centerText)
  const numbers = useText(caseNumberText)
  const view = findings.byId.get(ref)
  const section = rubric.sections.find((one) => one.id === sectionId)
  const place = section === undefined ? '' : `${section.label} ${section.title}`
  const isOfFinding = kind === 'decision' || kind === 'amount' || kind === 'appeal'
  const question = kind === 'question' ? rubric.questions.find((one) => one.id === ref) : undefined
  return (
    <tr>
      <td>
        {isOfFinding ? (
          <Link to={`${base}/findings/${encodeURIComponent(ref)}`}>
            {view === undefined
              ? numbers.number(caseNumbers(sheet).get(ref) ?? 0)
              : findingTitle(view.finding.description)}
          </Link>
        ) : kind === 'question' ? (
          <Link to={`${base}/notice`}>{question?.why ?? ref}</Link>
        ) : kind === 'approval' ? (
          <a href="#center-bonuses">{place}</a>
        ) : (
          place
        )}{' '}
        {kind === 'absence' || kind === 'approval' ? null : <span className="cap">{place}</span>}
      </td>
      <td>
        {view === undefined ? <span className="mk is-open">{text[kind]}</span> : <Waits view={view} kind={kind} />}
      </td>
      <td>{view === undefined ? null : text[`reply-${view.finding.reply}`]}</td>
      <td className="r">
        <span className="fig open">{movesText(moves, text.to)}</span>
      </td>
    </tr>
  )
}

function Waits({
  view: { finding },
  kind,
}: {
  readonly view: { readonly finding: { readonly standing: Parameters<typeof StandingMark>[0]['standing'] } }
  readonly kind: OpenMatter['kind']
}) {
  const text = useText(centerText)
  if (kind === 'decision') return <StandingMark standing={finding.standing} />
  return <span className="mk is-open">{text[kind]}</span>
}
