import type { DocumentProof } from '../../../../core/document/document-proof.ts'
import { rule } from './borders.ts'
import { styled, type Flow } from './setting.ts'

/** What the document says of itself, at its end and together. */
export function setProof({ code, sentences }: DocumentProof): Flow[] {
  const isSaid = code === null || sentences.some((sentence) => sentence.includes(code))
  const lines = isSaid ? sentences : [...sentences, `核验码：${code}`]
  return lines.map((line, at) =>
    styled('TableNote', line, {
      keepLines: true,
      keepNext: at < lines.length - 1,
      ...(at === 0
        ? { border: { top: { ...rule(2, '808080'), space: 4 } }, spacing: { before: 360, after: 30 } }
        : { spacing: { before: 30, after: 30 } }),
    }),
  )
}
