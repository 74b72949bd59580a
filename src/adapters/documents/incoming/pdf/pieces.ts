import { NOWHERE, type SourcePlace } from '../../../../core/kernel/source-place.ts'
import type { IncomingPiece } from '../incoming-block.ts'
import { blankAtLineEnd } from './blanks.ts'
import type { TextLine } from './text-line.ts'

/** The lines of one paragraph, each a piece that knows where it stands. `between` parts the lines of a title. */
export function pieces(
  lines: readonly TextLine[],
  within: Partial<SourcePlace>,
  between: '' | ' ' = '',
): IncomingPiece[] {
  return lines.map(({ text, page, line }, at) => {
    const next = lines[at + 1]
    const glue = next === undefined ? '' : between || blankAtLineEnd(text, next.text)
    return { text: text + glue, place: { ...NOWHERE, page, line, ...within } }
  })
}
