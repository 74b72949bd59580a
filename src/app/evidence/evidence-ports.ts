import type { Clock } from '../ports/clock.ts'
import type { EvidenceStore } from '../ports/evidence-store.ts'
import type { ImagePublisher } from '../ports/image-publisher.ts'
import type { EvidenceRoom } from './evidence-room.ts'
import type { SmallCopies } from './small-copies.ts'

/** What the use cases about evidence ask. */
export interface EvidencePorts {
  readonly evidence: EvidenceStore
  readonly images: ImagePublisher
  readonly small: SmallCopies
  readonly room: EvidenceRoom
  readonly clock: Clock
}
