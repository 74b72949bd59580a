import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { textFiles } from '../adapters/documents/text-file.ts'
import { noticeFolders } from '../adapters/files/notice-folder.ts'
import { processTerminal, streamLines } from '../adapters/terminal/process-terminal.ts'
import { runCli } from '../cli/run-cli.ts'

const home = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** Waits for the output by itself: `process.exit` would cut off what a slow pipe has not taken yet. */
process.exitCode = await runCli(process.argv.slice(2), {
  terminal: processTerminal(process.stdout, process.stderr, process.env),
  texts: textFiles,
  archive: noticeFolders(textFiles),
  input: streamLines(process.stdin),
  noticesRoot: join(home, 'notices'),
  outRoot: 'out',
})
