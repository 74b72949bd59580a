import { Link } from 'react-router'
import type { Rubric } from '../../../core/rubric/rubric.ts'
import { caseNumbers } from '../../../core/scoring/sheet-names.ts'
import { useText } from '../../text/language.tsx'
import { caseNumberText } from '../../ui/case-number-text.ts'
import { findingTitle } from '../../../core/ledger/finding-title.ts'
import { movesText } from '../../ui/score-figures.tsx'
import { StackTable } from '../../ui/stack-table.tsx'
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
        <StackTable
          rows={sheet.open}
          keyOf={({ kind, ref }) => `${kind} ${ref}`}
          columns={[
            {
              head: text.matter,
              isName: true,
              cell: (matter) => (
                <Named
                  matter={matter}
                  sheet={sheet}
                  findings={findings}
                  rubric={rubric}
                  base={`/assessments/${assessmentId}`}
                />
              ),
            },
            { head: text.waitsFor, className: 'nw', cell: (matter) => <Waits matter={matter} findings={findings} /> },
            {
              head: text.ourReply,
              label: text.ourReply,
              cell: ({ ref }) => {
                const view = findings.byId.get(ref)
                return view === undefined ? null : text[`reply-${view.finding.reply}`]
              },
            },
            {
              head: text.moves,
              className: 'r nw',
              cell: ({ moves }) => <span className="fig open">{movesText(moves, text.to)}</span>,
            },
          ]}
        />
      )}
    </section>
  )
}

function Named({
  matter: { kind, ref, sectionId },
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
  const numbers = useText(caseNumberText)
  const view = findings.byId.get(ref)
  const section = rubric.sections.find((one) => one.id === sectionId)
  const place = section === undefined ? '' : `${section.label} ${section.title}`
  const isOfFinding = kind === 'decision' || kind === 'amount' || kind === 'appeal'
  const question = kind === 'question' ? rubric.questions.find((one) => one.id === ref) : undefined
  return (
    <>
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
    </>
  )
}

function Waits({
  matter: { kind, ref },
  findings,
}: {
  readonly matter: OpenMatter
  readonly findings: CenterFindings
}) {
  const text = useText(centerText)
  const view = findings.byId.get(ref)
  if (view !== undefined && kind === 'decision') return <StandingMark standing={view.finding.standing} />
  return <span className="mk is-open">{text[kind]}</span>
}
