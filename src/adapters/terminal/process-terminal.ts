import type { LineSource } from '../../app/ports/lines.ts'
import type { Terminal } from '../../app/ports/terminal.ts'
import { createInterface } from 'node:readline'

/** Wide enough for a sentence where the output goes into a file or pipe. */
const DEFAULT_COLUMNS = 100

type Environment = Readonly<Record<string, string | undefined>>

/** Standard output and error of a process. A reader that has gone away (EPIPE) ends the writing, never the program by error. */
export function processTerminal(
  output: NodeJS.WriteStream,
  error: NodeJS.WriteStream,
  environment: Environment,
): Terminal {
  let isOpen = true
  const close = (failure: Error & { readonly code?: string }) => {
    if (failure.code !== 'EPIPE') throw failure
    isOpen = false
  }
  output.on('error', close)
  error.on('error', close)
  const isLive = error.isTTY && environment['TERM'] !== 'dumb'
  return {
    columns: columnsOf(output, environment),
    isColor: isColored(output, environment),
    isOpen: () => isOpen,
    write: (text) => {
      if (isOpen && text !== '') output.write(text)
    },
    writeError: (text) => {
      if (text !== '') error.write(text)
    },
    progress: (text) => {
      if (isLive) error.write(`\r\u001B[K${text ?? ''}`)
    },
  }
}

/** Lines of a stream that ends in whatever way: LF, CRLF, or without a line end. */
export function streamLines(stream: NodeJS.ReadableStream): LineSource {
  return { lines: () => createInterface({ input: stream, crlfDelay: Infinity }) }
}

/** NO_COLOR wins over FORCE_COLOR, both over what the terminal can. */
function isColored(output: NodeJS.WriteStream, environment: Environment): boolean {
  if (environment['NO_COLOR']) return false
  const forced = environment['FORCE_COLOR']
  if (forced !== undefined && forced !== '') return forced !== '0'
  return output.isTTY && environment['TERM'] !== 'dumb'
}

function columnsOf(output: NodeJS.WriteStream, environment: Environment): number {
  const stated = Number(environment['COLUMNS'])
  const columns = output.isTTY ? output.columns : Number.isInteger(stated) && stated > 0 ? stated : DEFAULT_COLUMNS
  return columns > 0 ? columns : DEFAULT_COLUMNS
}
