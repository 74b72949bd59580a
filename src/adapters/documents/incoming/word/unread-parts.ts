import type { XmlAttributes } from '../../../office-package/xml-attributes.ts'
import type { UnreadPart } from '../../../../core/notice/source/unread-part.ts'
import type { IncomingBlock } from '../incoming-block.ts'

export interface UnreadParts {
  readonly open: (name: string, attributes: XmlAttributes) => void
  readonly blocks: () => IncomingBlock[]
}

/** Counts what Word shows and is no text of this document: pictures that are not small, and documents that are set into it. */
export function unreadParts(): UnreadParts {
  const parts: UnreadPart[] = []
  let area = Infinity
  return {
    open: (name, attributes) => {
      if (name === 'extent') area = Number(attributes['cx']) * Number(attributes['cy'])
      else if (name === 'imagedata') parts.push({ what: 'picture', page: null })
      else if (name === 'altChunk') parts.push({ what: 'document', page: null })
      else if (name === 'blip') {
        if (!(area < LEAST_AREA)) parts.push({ what: 'picture', page: null })
        area = Infinity
      }
    },
    blocks: () => parts.map((part) => ({ kind: 'unread', part })),
  }
}

const CENTIMETER = 360_000
/** A seal takes less; so does a short table, but hardly one with rules in it. */
const LEAST_AREA = 25 * CENTIMETER * CENTIMETER
