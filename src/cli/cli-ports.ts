import type { LineSource } from '../app/ports/lines.ts'
import type { NoticeArchive } from '../app/ports/notice-archive.ts'
import type { Terminal } from '../app/ports/terminal.ts'
import type { TextSource } from '../app/ports/text-source.ts'

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
}
