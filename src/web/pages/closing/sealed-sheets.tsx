import type { AssessmentId } from '../../../core/kernel/identifiers.ts'
import { addressOf } from '../../client/call.ts'
import { useMay } from '../../client/session.tsx'
import { useLanguage, useText } from '../../text/language.tsx'
import { dayWords } from '../../ui/day-words.ts'
import { PointsFigure } from '../../ui/score-figures.tsx'
import { SealMark } from '../../ui/seal-mark.tsx'
import type { Seal } from './closing-answers.ts'
import { closingText } from './closing-text.ts'

/** The seal as it stands in the ledger, and what each center keeps of it. */
export function SealedSheets({ assessmentId, seal }: { readonly assessmentId: AssessmentId; readonly seal: Seal }) {
  const text = useText(closingText)
  const language = useLanguage()
  const may = useMay()
  const day = dayWords(seal.at.slice(0, 10), language)
  return (
    <section aria-labelledby="seal" className="closing-seal">
      <div className="sec-head">
        <h2 id="seal">{text.sealTitle}</h2>
        <span className="cap">{text.sealedAt(day, String(seal.head.seq))}</span>
      </div>
      <div className="closing-head">
        <SealMark label={text.sealLabel(day)} />
        <div>
          <p className="cap">{text.headDigest}</p>
          <p className="code closing-digest">{seal.head.digest}</p>
          {seal.forced === null ? null : <p>{text.forced(seal.forced.blockers, seal.forced.reason)}</p>}
          {seal.statement === null ? null : <p className="closing-statement">{seal.statement}</p>}
          <p className="note">{text.codesLead}</p>
        </div>
      </div>
      <table className="tbl">
        <thead>
          <tr>
            <th scope="col">{text.rank}</th>
            <th scope="col">{text.center}</th>
            <th scope="col" className="r">
              {text.score}
            </th>
            <th scope="col">{text.code}</th>
            {may('bundle.export') ? <th scope="col">{text.ownPart}</th> : null}
          </tr>
        </thead>
        <tbody>
          {seal.sheets.map(({ centerId, name, rank, score, code }) => (
            <tr key={centerId}>
              <td className="fig">{rank}</td>
              <th scope="row">{name}</th>
              <td className="num">
                <PointsFigure points={score} isAligned />
              </td>
              <td className="code closing-code">{code}</td>
              {may('bundle.export') ? (
                <td>
                  <a href={addressOf('exportBundle', { params: { assessmentId }, query: { centerId } })} download>
                    {text.download}
                    <span className="vh"> {name}</span>
                  </a>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
