import { join } from 'node:path'
import { setClock } from '../../src/adapters/clock/set-clock.ts'
import { dataHouse } from '../../src/adapters/data/data-house.ts'
import { districtHouse } from '../../src/adapters/districts/district-house.ts'
import { nodeDigests } from '../../src/adapters/digests/node-digests.ts'
import { builtInTemplates } from '../../src/adapters/documents/outgoing/pdf/load-templates.ts'
import { memoryDocuments } from '../../src/adapters/documents/outgoing/memory-documents.ts'
import { textFiles } from '../../src/adapters/documents/text-file.ts'
import { documentTray } from '../../src/adapters/files/document-tray.ts'
import { folderLedger } from '../../src/adapters/files/ledger-file.ts'
import { noticeFolders } from '../../src/adapters/files/notice-folder.ts'
import { profileFolders } from '../../src/adapters/files/profile-folder.ts'
import { proofFiles } from '../../src/adapters/files/proof-files.ts'
import { officeCopies } from '../../src/adapters/office-copy/office-copies.ts'
import { folderRecords } from '../../src/adapters/records/folder-records.ts'
import { nodeSecrets } from '../../src/adapters/secrets/node-secrets.ts'
import { sourceExports } from '../../src/adapters/source-exports/source-exports.ts'
import { runCli } from '../../src/cli/run-cli.ts'
import { folderHouse, serverHouse } from '../../src/main/server-house.ts'
import { evidencePlaces } from '../../src/main/evidence-places.ts'
import { recordMoves } from '../../src/main/record-moves.ts'
import { demoServer } from '../../src/main/demo-server.ts'
import { timestamp } from '../../src/core/kernel/timestamp.ts'
import { ROOT, type Ran } from './run-bin.ts'

interface Here {
  readonly input?: string
  readonly columns?: number
  readonly isColor?: boolean
  readonly outRoot?: string
  readonly now?: string
  readonly databaseUrl?: string | null
}

/** The same commands in this process, with a terminal that keeps what is written: a start of the program takes a second. */
export async function runHere(
  given: readonly string[],
  {
    input = '',
    columns = 100,
    isColor = false,
    outRoot = 'out',
    now = '2022-02-01T09:00:00+08:00',
    databaseUrl = null,
  }: Here = {},
): Promise<Ran> {
  let output = ''
  let error = ''
  const code = await runCli(given, {
    terminal: {
      columns,
      isColor,
      isOpen: () => true,
      write: (text) => (output += text),
      writeError: (text) => (error += text),
      progress: () => undefined,
    },
    texts: textFiles,
    archive: noticeFolders(textFiles),
    input: { lines: () => linesOf(input) },
    noticesRoot: join(ROOT, 'notices'),
    outRoot,
    exports: sourceExports,
    proofFiles,
    documents: { writer: memoryDocuments, tray: documentTray },
    plainDocuments: { writer: memoryDocuments, tray: documentTray },
    templates: builtInTemplates,
    digestsBy: nodeDigests,
    house: dataHouse,
    officeCopies,
    serverHouse,
    folderHouse,
    database: { url: databaseUrl, schema: 'mingheng' },
    districts: districtHouse,
    dataRoot: 'data',
    clock: setClock(timestamp(now)),
    secrets: nodeSecrets,
    folderLedger,
    folderRecords: folderRecords(512),
    profileDrafts: profileFolders(textFiles),
    demoServer,
    evidencePlaces,
    recordMoves,
    untilStopped: () => Promise.resolve(),
    interruptible: (work) => work(new AbortController().signal),
    version: '0.1.0',
  })
  return { code, output, error }
}

async function* linesOf(input: string): AsyncGenerator<string> {
  const lines = input.split(/\r?\n/u)
  if (lines.at(-1) === '') lines.pop()
  for (const line of lines) yield await Promise.resolve(line)
}
