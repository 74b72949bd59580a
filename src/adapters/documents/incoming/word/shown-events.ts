import type { XmlAttributes } from '../../../office-package/xml-attributes.ts'

/** Told of elements with the name of the one that they stand in. */
export interface WordTaker {
  readonly open: (name: string, attributes: XmlAttributes, parent: string) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

/**
 * Passes on what Word shows: not what was deleted or moved away, not how things were formatted before a change, and of
 * alternatives (a text box is written once for new readers and once for old ones) only the first.
 */
export function shownEvents({ open, text, close }: WordTaker) {
  const above: string[] = []
  const isChosen: boolean[] = []
  let hidden = 0
  return {
    open: (name: string, attributes: XmlAttributes) => {
      const parent = above.at(-1) ?? ''
      if (hidden > 0 || isHidden(name, parent, isChosen)) {
        hidden += 1
        return
      }
      above.push(name)
      if (name === 'AlternateContent') isChosen.push(false)
      open(name, attributes, parent)
    },
    text: (piece: string) => {
      if (hidden === 0) text?.(piece)
    },
    close: (name: string) => {
      if (hidden > 0) {
        hidden -= 1
        return
      }
      above.pop()
      if (name === 'AlternateContent') isChosen.pop()
      close?.(name)
    },
  }
}

function isHidden(name: string, parent: string, isChosen: boolean[]): boolean {
  if (parent === 'AlternateContent') {
    const wasChosen = isChosen.at(-1) === true
    isChosen[isChosen.length - 1] = true
    return wasChosen
  }
  // Within properties the same name says that the mark of a paragraph, or a row, is gone.
  if (name === 'del' || name === 'moveFrom') return parent !== 'rPr' && parent !== 'trPr'
  return NEVER_SHOWN.has(name)
}

const NEVER_SHOWN: ReadonlySet<string> = new Set(
  (
    'pPrChange rPrChange sectPrChange tblPrChange tblPrExChange tblGridChange trPrChange tcPrChange numberingChange ' +
    'delText delInstrText rt'
  ).split(' '),
)
