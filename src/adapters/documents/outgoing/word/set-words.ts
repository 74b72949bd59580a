import { TextRun, type IRunOptions } from 'docx'
import type { TextPiece } from '../../../../core/document/document-block.ts'
import type { Tone } from '../../../../core/document/tone.ts'
import { fontOf } from './faces.ts'

/** 朱砂, 竹青, 琥珀 and gray, as everywhere. */
const TONES: Readonly<Record<Tone, string>> = { lost: 'B02E1B', gained: '43683A', open: '855207', dismissed: '6F6A61' }

export interface Look {
  readonly isStrong: boolean
  readonly tone: Tone | null
}

const PLAIN: Look = { isStrong: false, tone: null }

/** A text as runs of Word: a line that ends in it ends in the document too. */
export function setWords(text: string, { isStrong, tone }: Look = PLAIN, options: IRunOptions = {}): TextRun[] {
  const look: IRunOptions = {
    ...(isStrong ? { font: fontOf('strong') } : {}),
    ...(tone === null ? {} : { color: TONES[tone] }),
    ...options,
  }
  return cleanWords(text)
    .split('\n')
    .map((line, at) => new TextRun({ ...look, ...(at === 0 ? {} : { break: 1 }), text: line }))
}

export function setPieces(pieces: readonly TextPiece[]): TextRun[] {
  return pieces.flatMap((piece) => setWords(piece.text, piece))
}

/** Without what XML forbids, which Word answers by refusing the whole file. */
export function cleanWords(text: string): string {
  return text
    .replaceAll(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(/(?!\n)\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu, '\uFFFD')
}
