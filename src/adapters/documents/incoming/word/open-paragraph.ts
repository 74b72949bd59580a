import { attributeOf, isOn, type XmlAttributes } from '../../../office-package/xml-attributes.ts'
import type { NumberFor } from './list-numbers.ts'
import type { WordParagraph } from './word-passage.ts'
import type { WordList } from './word-numbering.ts'
import type { WordStyle, WordStyles } from './word-styles.ts'

/** What a paragraph is read with: it asks for its number when it ends, so paragraphs must end in their order. */
export interface ParagraphBook {
  readonly styles: WordStyles
  readonly lists: ReadonlyMap<string, WordList>
  readonly numberFor: NumberFor
}

export interface OpenParagraph {
  readonly openRun: () => void
  readonly closeRun: () => void
  readonly property: (name: string, attributes: XmlAttributes, parent: string) => void
  /** Text of the run that is open; false where it is hidden. */
  readonly show: (text: string) => boolean
  /** `carried`: what a paragraph before it shows, whose mark is gone. */
  readonly close: (carried: string) => ClosedParagraph
}

export type ClosedParagraph = WordParagraph | { readonly kind: 'goes-on'; readonly text: string }

export function openParagraph({ styles, lists, numberFor }: ParagraphBook): OpenParagraph {
  const texts: string[] = []
  let style: string | null = null
  let outline: number | null = null
  let numId: string | null = null
  let level: number | null = null
  let isMarkGone = false
  let isMarkHidden = false
  let isInRun = false
  let runStyle: string | null = null
  let isRunHidden: boolean | null = null

  const ofRun = (name: string, attributes: XmlAttributes) => {
    if (name === 'rStyle') runStyle = attributeOf(attributes, 'val')
    else if (name === 'vanish') isRunHidden = isOn(attributes)
  }
  const ofMark = (name: string, attributes: XmlAttributes) => {
    if (name === 'vanish' || name === 'specVanish') isMarkHidden = isOn(attributes)
    else if (name === 'del' || name === 'moveFrom') isMarkGone = true
  }
  const ofParagraph = (name: string, attributes: XmlAttributes) => {
    const value = attributeOf(attributes, 'val')
    if (name === 'pStyle') style = value
    else if (name === 'outlineLvl') outline = Number(value)
    else if (name === 'numId') numId = value
    else if (name === 'ilvl') level = Number(value)
  }
  const isHidden = () =>
    isRunHidden ??
    hiddenBy(runStyle === null ? [] : styles.chain(runStyle)) ??
    hiddenBy(styles.chain(style)) ??
    styles.isHidden

  return {
    openRun: () => {
      isInRun = true
      runStyle = null
      isRunHidden = null
    },
    closeRun: () => {
      isInRun = false
    },
    property: (name, attributes, parent) => {
      if (parent === 'pPr' || parent === 'numPr') ofParagraph(name, attributes)
      else if (parent === 'rPr') (isInRun ? ofRun : ofMark)(name, attributes)
    },
    show: (text) => {
      if (isHidden()) return false
      texts.push(text)
      return true
    },
    close: (carried) => {
      const own = texts.join('')
      if (isMarkGone || (isMarkHidden && own === '')) return { kind: 'goes-on', text: carried + own }
      const chain = styles.chain(style)
      const number = numberOf({ numId, level }, chain, lists, numberFor)
      const shown = carried + own
      const text = shown === '' ? number.trimEnd() : number + shown
      if (isMarkHidden) return { kind: 'goes-on', text }
      const depth = outline ?? chain.find((one) => one.outline !== null)?.outline ?? NO_HEADING
      return {
        kind: 'paragraph',
        text,
        level: depth < NO_HEADING ? depth + 1 : 0,
      }
    },
  }
}

const NO_HEADING = 9

function hiddenBy(chain: readonly WordStyle[]): boolean | null {
  return chain.find(({ isHidden }) => isHidden !== null)?.isHidden ?? null
}

/** A list named by a style stands at the level that names the style. */
function numberOf(
  own: { readonly numId: string | null; readonly level: number | null },
  chain: readonly WordStyle[],
  lists: ReadonlyMap<string, WordList>,
  numberFor: NumberFor,
): string {
  const numId = own.numId ?? chain.find((style) => style.numId !== null)?.numId ?? null
  const list = numId === null ? undefined : lists.get(numId)
  if (numId === null || list === undefined) return ''
  return numberFor(numId, own.level ?? (own.numId === null ? levelOfStyle(chain, list) : 0))
}

function levelOfStyle(chain: readonly WordStyle[], list: WordList): number {
  for (const { id, level } of chain) {
    for (const [at, { style }] of list.levels) if (style === id) return at
    if (level !== null) return level
  }
  return 0
}
