import { AlignmentType, Paragraph, TabStopType, TextRun } from 'docx'
import type { OfficialDocument, RedHead } from '../../../../core/document/official-document.ts'
import { rule } from './borders.ts'
import { fontOf } from './faces.ts'
import { twips } from './page-layout.ts'
import { setFacts } from './set-facts.ts'
import { setWords } from './set-words.ts'
import { gap, styled, type Flow, type Setting } from './setting.ts'

/** 版头, title and what stands under it. */
export function setFront({ head, title, subtitle, facts }: OfficialDocument, setting: Setting): Flow[] {
  const { line, isLetter } = setting.layout
  const titles = styled('DocumentTitle', title.join('\n'), {
    spacing: {
      before: head === null ? 0 : 2 * line,
      after: Math.round(line / (isLetter && subtitle === null ? 1 : 2)),
    },
  })
  return [
    ...(head === null ? [] : redHead(head, setting)),
    titles,
    ...(subtitle === null ? [] : [styled('DocumentSubtitle', subtitle), gap(Math.round(line / 2))]),
    ...(facts.length === 0 ? [] : [setFacts(facts, setting), gap(Math.round(line / 3))]),
  ]
}

const RED = 'FF0000'

/** The top of the 发文机关标志 is 35 mm below the top of the text area, and the red rule 4 mm below the number. */
function redHead({ issuer, number, signer }: RedHead, { layout }: Setting): Flow[] {
  const size = issuerSize(issuer, layout.textWidth)
  const printed = number ?? '　　　　〔　　　　〕　　号'
  const rest = { border: { bottom: { ...rule(18, RED), space: 11 } } }
  const margins = { left: layout.sign, right: layout.sign }
  return [
    new Paragraph({
      style: 'Issuer',
      spacing: { before: layout.isLetter ? twips(35) : 0, line: size * 12, lineRule: 'exact' },
      children: setWords(issuer, undefined, { size, color: RED }),
    }),
    signer === null
      ? styled('NumberLine', printed, { ...rest, alignment: AlignmentType.CENTER })
      : new Paragraph({
          style: 'NumberLine',
          ...rest,
          tabStops: [{ type: TabStopType.RIGHT, position: layout.textWidth - margins.right }],
          children: [
            ...setWords(`　${printed}`),
            new TextRun({ text: '\t签发人：' }),
            ...setWords(signer, undefined, { font: fontOf('second') }),
          ],
        }),
  ]
}

/** In half points: as large as the width allows, at most 48 points (the standard's 22 mm are more than most names bear). */
function issuerSize(issuer: string, textWidth: number): number {
  return Math.max(36, Math.min(96, Math.floor((textWidth * 0.98) / 10 / issuer.length)))
}
