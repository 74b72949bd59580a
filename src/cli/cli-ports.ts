import type { DocumentPorts } from '../app/documents/make-document.ts'
import type { Clock } from '../app/ports/clock.ts'
import type { CheckedHouse, DataHouse, ServerHouse } from '../app/ports/data-house.ts'
import type { DemoServer } from '../app/ports/demo-server.ts'
import type { DistrictHouse } from '../app/ports/district-house.ts'
import type { FolderLedger } from '../app/ports/folder-ledger.ts'
import type { FolderRecords } from '../app/ports/folder-records.ts'
import type { LineSource } from '../app/ports/lines.ts'
import type { NoticeArchive } from '../app/ports/notice-archive.ts'
import type { OfficeCopies, OfficePlace } from '../app/ports/office-copy.ts'
import type { ProfileDrafts } from '../app/ports/profile-drafts.ts'
import type { ProofFiles } from '../app/ports/proof-files.ts'
import type { RecordMove } from '../app/ports/record-move.ts'
import type { SealedEvidence } from '../app/ports/sealed-evidence.ts'
import type { Secrets } from '../app/ports/secrets.ts'
import type { SourceExports } from '../app/ports/source-exports.ts'
import type { TemplateSource } from '../app/ports/template-source.ts'
import type { Terminal } from '../app/ports/terminal.ts'
import type { TextSource } from '../app/ports/text-source.ts'
import type { Outcome } from '../core/kernel/outcome.ts'
import type { DigestsBy } from '../core/proof/digests.ts'

/** All that the commands are given: nothing in this room opens a file or a stream by itself. */
export interface CliPorts {
  readonly terminal: Terminal
  readonly texts: TextSource
  readonly archive: NoticeArchive
  readonly input: LineSource
  /** Where the notices that come with the program lie. */
  readonly noticesRoot: string
  /** Where the demonstration writes, relative to where it is run. */
  readonly outRoot: string
  /** What the demonstration lets other systems export. */
  readonly exports: SourceExports
  readonly proofFiles: ProofFiles
  readonly documents: DocumentPorts
  /** The same without the templates of the office: for when those do not run. */
  readonly plainDocuments: DocumentPorts
  readonly templates: TemplateSource
  readonly digestsBy: DigestsBy
  readonly house: DataHouse
  readonly officeCopies: OfficeCopies
  /** An office on a database server, with what the configuration of the data folder says of evidence and records. */
  readonly serverHouse: (
    where: Extract<OfficePlace, { readonly kind: 'server' }>,
    dataFolder: string,
    withEvidence: boolean,
  ) => Promise<Outcome<ServerHouse>>
  /** The house of a data folder, with what its configuration says of where its records lie. */
  readonly folderHouse: (dataFolder: string, house: DataHouse) => CheckedHouse
  /** The database server of this installation; `url` is null where none is set. */
  readonly database: { readonly url: string | null; readonly schema: string }
  readonly districts: DistrictHouse
  /** The data folder of this installation, where none is named. */
  readonly dataRoot: string
  readonly clock: Clock
  readonly secrets: Pick<Secrets, 'id'>
  readonly folderLedger: FolderLedger
  readonly folderRecords: FolderRecords
  readonly profileDrafts: ProfileDrafts
  readonly demoServer: DemoServer
  readonly evidencePlaces: EvidencePlaces
  readonly recordMoves: RecordMoves
  /** Waits until the person has seen enough (Ctrl-C, or an order to end). */
  readonly untilStopped: () => Promise<void>
  /** Work that the person may stop (Ctrl-C): it is told, and ends as if it had not begun. */
  readonly interruptible: <Value>(work: (signal: AbortSignal) => Promise<Value>) => Promise<Value>
  /** The version of the program, as exports carry it. */
  readonly version: string
}

/** Where sealed evidence of a data folder lies or may lie, as the installation is configured. */
export type EvidencePlaces = (dataFolder: string) => Promise<
  Outcome<
    {
      readonly folder: SealedEvidence
      readonly bucket: SealedEvidence
      readonly close: () => Promise<void>
    },
    'configuration-wrong'
  >
>

/**
 * `work` on the records of the installation, on their way from one place to another: addresses as `recordShards` has them, or
 * `folder`; null for where the configuration has them.
 */
export type RecordMoves = <Value>(
  dataFolder: string,
  places: { readonly from: string | null; readonly to: string },
  work: (move: RecordMove) => Promise<Outcome<Value>>,
) => Promise<Outcome<Value>>
