import { useState } from 'react'
import type { Answered } from '../../../client/call.ts'
import { useText } from '../../../text/language.tsx'
import { importText } from './import-text.ts'
import { reasonAndRemedy } from './told-faults.ts'

/** As many as a person reads at once, and as many as the server tells. */
const PAGE = 100
const TOLD = 1_000

/** Row, column, value, what is wrong and what to do. */
export function FaultTable({ faults }: { readonly faults: Answered<'previewImport'>['faults'] }) {
  const text = useText(importText)
  const [shown, setShown] = useState(PAGE)
  return (
    <>
      <div className="rec-wide rec-faults" tabIndex={0} role="group" aria-label={text.faultsTitle}>
        <table className="tbl">
          <thead>
            <tr>
              <th scope="col" className="r">
                {text.row}
              </th>
              <th scope="col">{text.column}</th>
              <th scope="col">{text.value}</th>
              <th scope="col">{text.reason}</th>
              <th scope="col">{text.remedy}</th>
            </tr>
          </thead>
          <tbody>
            {faults.slice(0, shown).map(({ row, column, value, code, message }) => {
              const [reason, remedy] = reasonAndRemedy(message)
              return (
                <tr key={`${row} ${column} ${code}`}>
                  <td className="num">{row}</td>
                  <td className="nw">{column ?? text.wholeRow}</td>
                  <td>{value === null || value === '' ? <span className="cap">{text.emptyValue}</span> : value}</td>
                  <td>{reason}</td>
                  <td>{remedy}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <p className="cap">
        {text.faultsShown(Math.min(shown, faults.length), faults.length)} {faults.length >= TOLD ? text.faultsCut : ''}
      </p>
      {shown < faults.length ? (
        <button type="button" className="btn" onClick={() => setShown(shown + PAGE)}>
          {text.more}
        </button>
      ) : null}
    </>
  )
}
