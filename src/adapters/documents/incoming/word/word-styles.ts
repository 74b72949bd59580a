import type { PackageParts } from '../../../office-package/open-package.ts'
import { attributeOf, isOn } from '../../../office-package/xml-attributes.ts'
import { xmlEvents } from '../../../office-package/xml-events.ts'
import { shownEvents } from './shown-events.ts'

/** What a style says of a paragraph, as far as its text depends on it; null where it leaves that to the style below. */
export interface WordStyle {
  readonly id: string
  readonly basedOn: string | null
  /** 0 for a heading of the first level, 9 for none. */
  readonly outline: number | null
  readonly numId: string | null
  readonly level: number | null
  readonly isHidden: boolean | null
}

export interface WordStyles {
  /** The style and those that it is based on, nearest first. Without an id: those of a paragraph that names none. */
  readonly chain: (id: string | null) => readonly WordStyle[]
  /** Whether text without any style is hidden. */
  readonly isHidden: boolean
}

export async function readStyles(parts: PackageParts, part: string | null): Promise<WordStyles> {
  const styles = new Map<string, WordStyle>()
  let usual: string | null = null
  let isAllHidden = false
  let style: { -readonly [Key in keyof WordStyle]: WordStyle[Key] } | null = null
  const taker = shownEvents({
    open: (name, attributes, parent) => {
      if (name === 'style') {
        const id = attributeOf(attributes, 'styleId') ?? ''
        style = { id, basedOn: null, outline: null, numId: null, level: null, isHidden: null }
        const isUsual = isOn({ val: attributeOf(attributes, 'default') ?? '0' })
        if (isUsual && attributeOf(attributes, 'type') === 'paragraph') usual = id
      }
      const value = attributeOf(attributes, 'val')
      if (name === 'vanish' && parent === 'rPr') {
        if (style === null) isAllHidden = isOn(attributes)
        else style.isHidden = isOn(attributes)
      }
      if (style === null) return
      if (name === 'name' && parent === 'style') style.outline ??= outlineOfName(value ?? '')
      else if (name === 'basedOn') style.basedOn = value
      else if (name === 'outlineLvl') style.outline = Number(value)
      else if (name === 'numId') style.numId = value
      else if (name === 'ilvl') style.level = Number(value)
    },
    close: (name) => {
      if (name !== 'style' || style === null) return
      styles.set(style.id, style)
      style = null
    },
  })
  if (part !== null) for await (const _ of xmlEvents(parts, part, taker));
  const chains = new Map<string | null, readonly WordStyle[]>()
  const chain = (id: string | null) => {
    const known = chains.get(id) ?? chainOf(styles, id ?? usual)
    chains.set(id, known)
    return known
  }
  return { chain, isHidden: isAllHidden }
}

/** Built-in headings mean their level also where the file leaves it out. */
function outlineOfName(name: string): number | null {
  const level = /^(?:heading|标题)\s?([1-9])$/iu.exec(name)?.[1]
  return level === undefined ? null : Number(level) - 1
}

const LONGEST_CHAIN = 50

function chainOf(styles: ReadonlyMap<string, WordStyle>, id: string | null): readonly WordStyle[] {
  const chain: WordStyle[] = []
  let style = id === null ? undefined : styles.get(id)
  while (style !== undefined && chain.length < LONGEST_CHAIN) {
    chain.push(style)
    style = style.basedOn === null ? undefined : styles.get(style.basedOn)
  }
  return chain
}
