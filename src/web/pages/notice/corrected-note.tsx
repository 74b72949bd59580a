import type { ReactNode } from 'react'
import { correctionInWords } from '../../../core/rubric/correction-in-words.ts'
import type { AskedCorrection } from '../../../core/rubric/correction.ts'
import { useText } from '../../text/language.tsx'
import './corrected.css'
import { correctedText } from './corrected-text.ts'

/** Both readings of a sentence with the reason; `children` say who, or what can still be done. */
export function CorrectedNote({
  correction,
  children,
}: {
  readonly correction: AskedCorrection
  readonly children?: ReactNode
}) {
  const text = useText(correctedText)
  const { read, given } = correctionInWords(correction)
  return (
    <div className="notice-corrected">
      <dl>
        <dt>{text.read}</dt>
        <dd>
          <s className="was">{read}</s>
        </dd>
        <dt>{text.given}</dt>
        <dd>
          <b>{given}</b>
        </dd>
        <dt>{text.reason}</dt>
        <dd>{correction.reason}</dd>
      </dl>
      {children}
    </div>
  )
}
