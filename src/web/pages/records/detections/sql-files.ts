/** A detection's file as it is adopted: its name without `.sql`, and its text. */
export interface SqlFile {
  readonly name: string
  readonly text: string
}

interface NamedFile {
  readonly name: string
  readonly text: () => Promise<string>
}

export interface SqlFiles {
  readonly files: readonly SqlFile[]
  /** Names that no detection can bear. */
  readonly badNames: readonly string[]
}

const NAME = /^[a-z][a-z0-9-]{0,59}$/

/** Of a folder only its detections are taken; a README beside them is passed over. */
export async function sqlFilesIn(chosen: readonly NamedFile[]): Promise<SqlFiles> {
  const own = chosen.filter(({ name }) => name.endsWith('.sql'))
  const badNames = own.map(({ name }) => name).filter((name) => !NAME.test(plain(name)))
  const files = await Promise.all(own.map(async (file) => ({ name: plain(file.name), text: await file.text() })))
  return { files: files.toSorted((one, other) => one.name.localeCompare(other.name)), badNames }
}

function plain(name: string): string {
  return name.slice(0, -'.sql'.length)
}
