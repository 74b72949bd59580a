import { attributeOf, type XmlAttributes } from '../../../office-package/xml-attributes.ts'

/** Of fields, text is shown that stands in their results; the tables of contents that Word makes say nothing of their own. */
export interface FieldCodes {
  readonly mark: (attributes: XmlAttributes) => void
  readonly instruct: (text: string) => void
  readonly isShown: () => boolean
}

export function createFieldCodes(): FieldCodes {
  const open: { instruction: string; isResult: boolean }[] = []
  const isShowing = ({ instruction, isResult }: (typeof open)[number]) => isResult && !CONTENTS.test(instruction)
  return {
    mark: (attributes) => {
      const type = attributeOf(attributes, 'fldCharType')
      if (type === 'begin') open.push({ instruction: '', isResult: false })
      else if (type === 'end') open.pop()
      const last = open.at(-1)
      if (type === 'separate' && last !== undefined) last.isResult = true
    },
    instruct: (text) => {
      const last = open.at(-1)
      if (last !== undefined && !last.isResult && last.instruction.length < LONGEST) last.instruction += text
    },
    isShown: () => open.every(isShowing),
  }
}

const CONTENTS = /^\s*TOC\b/u
const LONGEST = 200
