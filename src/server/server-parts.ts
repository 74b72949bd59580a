import type { CityDesk } from '../app/city/city-desk.ts'
import type { Office } from '../app/office/office.ts'
import type { DocumentPorts } from '../app/documents/make-document.ts'
import type { EvidencePorts } from '../app/evidence/evidence-ports.ts'
import type { Actor } from '../app/people/actor.ts'
import type { SignOnRule } from '../app/people/finish-sign-on.ts'
import type { PeoplePorts } from '../app/people/people-ports.ts'
import type { Standing } from '../app/people/standing.ts'
import type { AnswerStore } from '../app/ports/answer-store.ts'
import type { RecordsDesk } from '../app/records/records-desk.ts'
import type { SamplingRoom } from '../app/sampling/sampling-room.ts'
import type { NoticeReader } from '../app/ports/notice-reader.ts'
import type { Clock } from '../app/ports/clock.ts'
import type { Secrets } from '../app/ports/secrets.ts'
import type { SignOnProvider } from '../app/ports/sign-on-provider.ts'
import type { TenantId } from '../core/kernel/identifiers.ts'
import type { DigestsBy } from '../core/proof/digests.ts'
import type { Meter } from './meter.ts'
import type { ServerSettings } from './server-settings.ts'

/** What the server needs from whoever builds it: ports and settings, nothing that listens. */
export interface ServerParts {
  readonly settings: ServerSettings
  /** Which of the nodes this is: made anew whenever a server starts. */
  readonly nodeId: string
  readonly clock: Clock
  readonly secrets: Secrets
  readonly answers: AnswerStore
  readonly people: PeoplePorts
  readonly office: Office
  readonly evidence: EvidencePorts
  readonly records: RecordsDesk
  readonly sampling: SamplingRoom
  readonly city: CityDesk
  readonly notices: NoticeReader
  readonly proof: ProofParts
  readonly documents: DocumentPorts
  readonly meter: Meter
  readonly readiness: () => Promise<readonly ReadinessCheck[]>
  readonly signOns: ReadonlyMap<TenantId, SignOn>
  /** The built pages; null where only the interface is served. */
  readonly pagesFolder: string | null
}

/** How proof is made, and by which version of the program. */
export interface ProofParts {
  readonly digestsBy: DigestsBy
  readonly program: string
}

/** `name` is for people who run the server: 磁盘、台账. */
export interface ReadinessCheck {
  readonly name: string
  readonly isReady: boolean
}

/** The identity provider of one district. */
export interface SignOn {
  readonly provider: SignOnProvider
  readonly rule: SignOnRule
}

/** What a request shows of who sends it. */
export interface Credential {
  readonly kind: 'session' | 'token'
  readonly text: string
}

/** Who asks. `standing` is what a session still owes; a token owes nothing. */
export interface Asker {
  readonly actor: Actor
  readonly credential: Credential
  readonly standing: Standing
}
