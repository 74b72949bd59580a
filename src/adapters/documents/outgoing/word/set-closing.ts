import { Paragraph, TabStopType, TextRun, LeaderType } from 'docx'
import type { DocumentClosing } from '../../../../core/document/official-document.ts'
import { setWords } from './set-words.ts'
import { styled, type Flow, type Setting } from './setting.ts'
import { emsOf } from './text-width.ts'

/** 附件说明, 署名, 成文日期, places to sign and 附注: before the attachments, as the standard has it. */
export function setClosing({ attachments, office, date, signatures, note }: DocumentClosing, setting: Setting): Flow[] {
  const { line } = setting.layout
  const listed = attachments.map((title, at) => setAttachment(title, at, attachments.length, setting))
  return [
    ...(listed.length === 0 ? [] : [styled('Body', '', { keepNext: true }), ...listed]),
    ...setSigned(office, date, setting),
    ...signatures.map((name) => setSignature(name, setting)),
    ...(note === null ? [] : [styled('Body', `（${note}）`, { spacing: { line, lineRule: 'exact' } })]),
  ]
}

/** 附件：1. …; a second line begins under the first sign of the title, and nothing stands after it. */
function setAttachment(title: string, at: number, count: number, { layout: { sign } }: Setting): Paragraph {
  const mark = at === 0 ? '附件：' : ''
  const number = count === 1 ? '' : `${at + 1}. `
  const edge = 5 * sign + (count === 1 ? 0 : Math.round(1.3 * sign))
  return new Paragraph({
    style: 'AttachmentList',
    keepNext: true,
    indent: { left: edge, hanging: at === 0 ? edge - 2 * sign : edge - 5 * sign },
    tabStops: [{ type: TabStopType.LEFT, position: edge }],
    children:
      count === 1 ? setWords(`${mark}${title}`) : [...setWords(`${mark}${number.trim()}`), tab(), ...setWords(title)],
  })
}

/**
 * The date ends four signs from the right, the office stands above it about the same middle, and above both is room for the seal,
 * which must reach to within a line of the text.
 */
function setSigned(office: string | null, date: string | null, { layout }: Setting): Flow[] {
  if (office === null && date === null) return []
  const { sign, textWidth, line, isLetter } = layout
  const printed = date ?? '　　　　年　　月　　日'
  const ems = Math.max(emsOf(printed) + 8, emsOf(office ?? '') + 2)
  const indent = { left: Math.max(0, textWidth - Math.ceil(ems * sign)), right: 0 }
  const room = (isLetter ? 3 : 1) * line
  const spacing = { line, lineRule: 'exact' } as const
  const first = { ...spacing, before: room }
  if (office === null) return [styled('Signed', printed, { indent, spacing: first })]
  return [
    styled('Signed', office, { indent, keepNext: true, spacing: first }),
    styled('Signed', printed, { indent, spacing }),
  ]
}

function setSignature(name: string, { layout }: Setting): Paragraph {
  const { sign, textWidth, line, isLetter } = layout
  const end = Math.min(textWidth, (isLetter ? 22 : 30) * sign)
  return new Paragraph({
    style: 'Body',
    indent: { firstLine: 0, firstLineChars: 0 },
    spacing: { line, lineRule: 'exact', before: line / 2 },
    tabStops: [{ type: TabStopType.LEFT, position: end, leader: LeaderType.UNDERSCORE }],
    children: [...setWords(`${name}（签字）：`), tab(), ...setWords('　　　　年　　月　　日')],
  })
}

function tab(): TextRun {
  return new TextRun({ text: '\t' })
}
