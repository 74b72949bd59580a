import { writeSources } from '../example-records/write-sources.ts'
import type { Actor } from '../people/actor.ts'
import { startImport } from '../records/start-import.ts'
import { demoRecords, uploadRecords } from './demo-records.ts'
import type { DemoPorts, DemoSetting } from './demo-setting.ts'
import { whole } from './whole.ts'

const ROWS = 40
const BROKEN = [3, 10, 16, 22] as const

/** A file of which some rows cannot be: it is not imported, and the clerk has the list of its errors. */
export async function tryBrokenFile(ports: DemoPorts, setting: DemoSetting, clerk: Actor): Promise<void> {
  const { desk, read, exports } = ports
  const rows = [...demoRecords(setting, new Map()).thirdQuarter()].filter(({ dataSet }) => dataSet === 'appointments')
  const folder = `${setting.sourcesFolder}/broken`
  const written = await writeSources(
    exports,
    { folder, centers: setting.folder.centers, rows: rows.slice(0, ROWS) },
    () => undefined,
  )
  if (!written.ok) throw new Error(written.fault.code)
  const [source] = written.value
  if (source === undefined) return
  const lines = (await textOf(read(source.path))).split('\n')
  for (const at of BROKEN) lines[at] = (lines[at] ?? '').replaceAll(/"(\d{4})-(\d\d)-/gu, '"$1-13-')
  const content = new TextEncoder().encode(lines.join('\n'))
  const fileName = source.fileName.replace('.', '（补）.')
  const fileId = await uploadRecords(ports, clerk, fileName, content.length, once(content))
  const { standing } = whole(await startImport(desk, clerk, { fileId, profileId: source.profile.id }), fileName)
  if (standing.state !== 'faulty') throw new Error(`${fileName}: ${standing.state}`)
}

async function textOf(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const piece of pieces) text += decoder.decode(piece, { stream: true })
  return text + decoder.decode()
}

async function* once(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(content)
}
