import { textOfXml } from './cell-escapes.ts'
import type { PackageParts } from '../open-package.ts'
import { xmlEvents } from '../xml-events.ts'

/** What memory holds of a string beside its characters, counted in them. */
const STRING_COST = 8

/** All texts that cells share, by their index. Null where they take more memory than `most` characters. */
export async function readSharedStrings(
  parts: PackageParts,
  part: string,
  most: number,
): Promise<readonly string[] | null> {
  const strings: string[] = []
  let text = ''
  let length = 0
  let isText = false
  let phonetic = 0
  const events = xmlEvents(parts, part, {
    open: (name) => {
      if (name === 'si') text = ''
      else if (name === 'rPh') phonetic += 1
      else if (name === 't') isText = phonetic === 0
    },
    text: (piece) => {
      if (isText) text += piece
    },
    close: (name) => {
      if (name === 't') isText = false
      else if (name === 'rPh') phonetic -= 1
      else if (name === 'si') {
        strings.push(textOfXml(text))
        length += text.length + STRING_COST
      }
    },
  })
  for await (const _ of events) if (length + text.length > most) return null
  return strings
}
