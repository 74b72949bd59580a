import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

export interface Resident {
  /** Where its empty document lies, and the mark that LibreOffice puts beside what it has opened. */
  readonly folder: string
  readonly flock: string
  readonly lock: string
  /** The program, and the profile that it shares with whoever converts. */
  readonly command: readonly string[]
  readonly env: NodeJS.ProcessEnv
}

/**
 * Sees to it that a LibreOffice with an empty document stays open: it converts what is asked for under its profile, in a tenth
 * of the time that a start takes. It ends with the parent of this process, which runs all tests. Where it cannot be opened, or
 * breaks down later, whoever converts starts LibreOffice as if there had never been one.
 */
export async function keepOffice({ folder, flock, lock, command, env }: Resident): Promise<void> {
  const script = [
    'sh',
    '-c',
    OPEN,
    'sh',
    String(process.ppid),
    join(folder, 'open.txt'),
    join(folder, MARK),
    ...command,
  ]
  // The lock is not handed on: what stays open would hold it.
  await promisify(execFile)(flock, ['--close', lock, ...script], { env })
}

const MARK = '.~lock.open.txt#'

const OPEN = `
runner=$1 empty=$2 mark=$3
shift 3
[ -e "$mark" ] && exit
: > "$empty"
setsid sh -c '
  runner=$1
  shift
  "$@" &
  while kill -0 "$runner" && kill -0 $!; do sleep 1; done
  kill -9 0
' sh "$runner" "$@" "$empty" < /dev/null > /dev/null 2>&1 &
while kill -0 $! && [ ! -e "$mark" ]; do sleep 0.1; done 2> /dev/null
exit 0
`
