import { addressOf } from '../../client/call.ts'
import { DocumentMenu } from '../../ui/document-menu.tsx'
import { useText } from '../../text/language.tsx'
import type { Assessment } from './closing-answers.ts'
import { LetterButton } from '../../letters/letter-button.tsx'
import { closingText } from './closing-text.ts'

export function Exports({ assessment: { assessmentId, stage, centerList } }: { readonly assessment: Assessment }) {
  const text = useText(closingText)
  const params = { assessmentId }
  const isSealed = stage === 'sealed' || stage === 'published'
  return (
    <section aria-labelledby="exports" className="closing-exports">
      <div className="sec-head">
        <h2 id="exports">{text.exports}</h2>
      </div>
      <div className="closing-documents">
        <DocumentMenu
          operation="readRankingDocument"
          label={text.rankingDocument}
          asked={(form) => ({ params, query: { form } })}
        />
        <DocumentMenu
          operation="readSheetsDocument"
          label={text.allSheets}
          asked={(form) => ({ params, query: { form } })}
        />
        <DocumentMenu
          operation="readLedgerDocument"
          label={text.ledgerDocument}
          asked={(form) => ({ params, query: { form } })}
        />
      </div>
      <div className="letters">
        <LetterButton letter="bulletin" params={params} place={assessmentId} />
      </div>
      <p className="note">{isSealed ? text.bulletinSealed : text.bulletinDraft}</p>
      <p>
        <a className="btn" href={addressOf('exportBundle', { params })} download>
          {text.whole}
        </a>
      </p>
      <p className="note">{text.wholeNote}</p>
      {isSealed ? null : (
        <p className="note">
          {text.parts}
          {centerList.map(({ centerId, name }) => (
            <a key={centerId} href={addressOf('exportBundle', { params, query: { centerId } })} download>
              {name}
            </a>
          ))}
        </p>
      )}
    </section>
  )
}
