import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { systemClock } from '../adapters/clock/system-clock.ts'
import { dataHouse } from '../adapters/data/data-house.ts'
import { nodeDigests } from '../adapters/digests/node-digests.ts'
import { documentFiles } from '../adapters/documents/outgoing/document-files.ts'
import { builtInTemplates } from '../adapters/documents/outgoing/pdf/load-templates.ts'
import { textFiles } from '../adapters/documents/text-file.ts'
import { documentTray } from '../adapters/files/document-tray.ts'
import { folderLedger } from '../adapters/files/ledger-file.ts'
import { noticeFolders } from '../adapters/files/notice-folder.ts'
import { profileFolders } from '../adapters/files/profile-folder.ts'
import { proofFiles } from '../adapters/files/proof-files.ts'
import { officeCopies } from '../adapters/office-copy/office-copies.ts'
import { folderRecords } from '../adapters/records/folder-records.ts'
import { nodeSecrets } from '../adapters/secrets/node-secrets.ts'
import { interruptible } from '../adapters/terminal/interruptible.ts'
import { sourceExports } from '../adapters/source-exports/source-exports.ts'
import { processTerminal, streamLines } from '../adapters/terminal/process-terminal.ts'
import { untilStopped } from '../adapters/terminal/until-stopped.ts'
import { runCli } from '../cli/run-cli.ts'
import { databaseSetting } from './database-setting.ts'
import { officeDistricts } from './office-districts.ts'
import { programVersion } from './program-version.ts'

const home = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** What an import or a detection may take of the machine's memory, beside the program itself. */
const RECORDS_MEGABYTES = 1_024

const dataRoot = process.env['MINGHENG_DATA'] ?? 'data'

/** Where the office keeps templates of its own. */
const templatesFolder = process.env['MINGHENG_TEMPLATES_FOLDER'] ?? join(dataRoot, 'templates')

/** Waits for the output by itself: `process.exit` would cut off what a slow pipe has not taken yet. */
process.exitCode = await runCli(process.argv.slice(2), {
  terminal: processTerminal(process.stdout, process.stderr, process.env),
  texts: textFiles,
  archive: noticeFolders(textFiles),
  input: streamLines(process.stdin),
  noticesRoot: join(home, 'notices'),
  outRoot: 'out',
  exports: sourceExports,
  proofFiles,
  documents: { writer: documentFiles(templatesFolder), tray: documentTray },
  plainDocuments: { writer: documentFiles(null), tray: documentTray },
  templates: builtInTemplates,
  digestsBy: nodeDigests,
  // On a database server where the office has one; what that takes is read when it is asked for.
  house: { ...dataHouse, openPeople: async (path) => (await import('./office-people.ts')).officePeople(path) },
  officeCopies,
  folderHouse: (dataFolder, house) => ({
    ...house,
    checkRecords: async (...given) =>
      (await import('./server-house.ts')).folderHouse(dataFolder, house).checkRecords(...given),
  }),
  serverHouse: async (...given) => (await import('./server-house.ts')).serverHouse(...given),
  database: databaseSetting(process.env),
  districts: officeDistricts(process.env),
  dataRoot,
  clock: systemClock,
  secrets: nodeSecrets,
  folderLedger,
  folderRecords: folderRecords(RECORDS_MEGABYTES),
  profileDrafts: profileFolders(textFiles),
  // A whole server with it: no other command waits for that to be read.
  demoServer: { start: async (...given) => (await import('./demo-server.ts')).demoServer.start(...given) },
  evidencePlaces: async (dataFolder) => (await import('./evidence-places.ts')).evidencePlaces(dataFolder),
  recordMoves: async (...given) => (await import('./record-moves.ts')).recordMoves(...given),
  untilStopped,
  interruptible,
  version: programVersion(),
})
