import { posix } from 'node:path'
import type { PackageParts } from './open-package.ts'
import { xmlEvents } from './xml-events.ts'

/** What one part of an office file says of another. */
export interface PartRelation {
  readonly id: string
  /** The last word of the relationship's address, which two standards write differently: `officeDocument`, `styles`. */
  readonly type: string
  readonly part: string
}

/** The relations of a part to others within the file; of the file itself where `part` is empty. None leads out of it. */
export async function partRelations(parts: PackageParts, part: string): Promise<readonly PartRelation[]> {
  const folder = posix.dirname(part)
  const found: PartRelation[] = []
  const events = xmlEvents(
    parts,
    posix.join(folder, '_rels', `${posix.basename(part)}.rels`),
    {
      open: (name, attributes) => {
        if (name !== 'Relationship' || attributes['TargetMode'] === 'External') return
        const target = (attributes['Target'] ?? '').replaceAll('\\', '/')
        found.push({
          id: attributes['Id'] ?? '',
          type: posix.basename(attributes['Type'] ?? ''),
          part: posix.join(target.startsWith('/') ? '' : folder, target).replace(/^\//u, ''),
        })
      },
    },
    LONGEST_INDEX,
  )
  for await (const _ of events);
  return found
}

/** Bytes of a part that only says what others there are. */
export const LONGEST_INDEX = 1 << 24
