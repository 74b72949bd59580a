import type { LedgerEvent } from '../../../core/ledger/ledger-event.ts'
import { useCalled } from '../../client/use-called.ts'
import { useText } from '../../text/language.tsx'
import { historySentence } from '../finding/history-sentence.ts'
import { historyText } from '../finding/history-text.ts'
import { bonusText } from './bonus-text.ts'

/** 经过: the ledger's own lines about the application. */
export function BonusHistory({ history }: { readonly history: readonly LedgerEvent[] }) {
  const text = useText(bonusText)
  const words = useText(historyText)
  const called = useCalled()
  return (
    <section className="finding-section" aria-labelledby="bonus-history">
      <div className="sec-head">
        <h2 id="bonus-history">{text.history}</h2>
        <span className="cap">{text.historyOnly}</span>
      </div>
      <table className="tbl">
        <thead>
          <tr>
            <th scope="col">{text.when}</th>
            <th scope="col">{text.what}</th>
            <th scope="col" className="r">
              {text.seq}
            </th>
          </tr>
        </thead>
        <tbody>
          {history.map((event) => (
            <tr key={event.seq}>
              <td className="nw">{event.recordedAt.slice(0, 16).replace('T', ' ')}</td>
              <td>
                {called(event.by)} {historySentence(event, words, [])}
              </td>
              <td className="num">{event.seq}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
