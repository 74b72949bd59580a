import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type {
  ArchiveAnswer,
  ArchiveFault,
  DetectionText,
  NoticeArchive,
  NoticeFolder,
} from '../../app/ports/notice-archive.ts'
import type { TextSource } from '../../app/ports/text-source.ts'
import type { LedgerEvent } from '../../core/ledger/ledger-event.ts'
import { formatLedger, parseLedger } from '../../core/ledger/ledger-lines.ts'
import { parseCalendars } from './parse-calendars.ts'
import { parseCenters } from './parse-centers.ts'
import { parseCorrections } from './parse-corrections.ts'
import { parseCoverage } from './parse-coverage.ts'
import { parseInterpretations } from './parse-interpretations.ts'
import { readJson } from './read-json.ts'

/** The files of a notice folder: one notice, in one form; calendars are every `calendar-….json`, one a year. */
const NOTICE = /^notice\.(?:txt|md|html?|docx|docm|xlsx|xlsm|pdf)$/u
const INTERPRETATIONS = 'interpretations.json'
const CORRECTIONS = 'corrections.json'
const CENTERS = 'centers.json'
const COVERAGE = 'coverage.json'
const LEDGER = 'ledger.jsonl'
const DETECTIONS = 'detections'
const DEPOSITED = new Set([CORRECTIONS, INTERPRETATIONS, CENTERS, COVERAGE])
const CALENDAR = /^calendar-.+\.json$/u
const DETECTION = /\.sql$/u

export function noticeFolders(texts: TextSource): NoticeArchive {
  return { open: (folder) => openFolder(folder, texts), list: listFolders, deposit }
}

async function openFolder(path: string, texts: TextSource): Promise<ArchiveAnswer<NoticeFolder>> {
  const names = await namesIn(path)
  if (!names.ok) return names
  const [name, ...others] = names.value.filter((one) => NOTICE.test(one))
  if (name === undefined) return failed({ code: 'folder-without-notice', path })
  if (others.length > 0) return failed({ code: 'folder-with-notices', path, names: [name, ...others] })
  const notice = await texts.readNotice(join(path, name))
  if (!notice.ok) return notice
  const has = (one: string) => names.value.includes(one)
  const corrections = has(CORRECTIONS) ? await parsed(join(path, CORRECTIONS), texts, parseCorrections) : found([])
  if (!corrections.ok) return corrections
  const interpretations = has(INTERPRETATIONS)
    ? await parsed(join(path, INTERPRETATIONS), texts, parseInterpretations)
    : found([])
  if (!interpretations.ok) return interpretations
  const centers = has(CENTERS) ? await parsed(join(path, CENTERS), texts, parseCenters) : found([])
  if (!centers.ok) return centers
  const calendars = names.value.filter((name) => CALENDAR.test(name)).map((name) => join(path, name))
  const calendar = await parseCalendars(calendars, texts)
  if (!calendar.ok) return calendar
  const detections = has(DETECTIONS) ? await detectionsOf(join(path, DETECTIONS), texts) : found([])
  if (!detections.ok) return detections
  const coverage = has(COVERAGE) ? await parsed(join(path, COVERAGE), texts, parseCoverage) : found([])
  if (!coverage.ok) return coverage
  const ledger = has(LEDGER) ? await ledgerOf(join(path, LEDGER), texts) : found(null)
  if (!ledger.ok) return ledger
  return found({
    path,
    notice: notice.value,
    corrections: corrections.value,
    interpretations: interpretations.value,
    centers: centers.value,
    calendar: calendar.value,
    detections: detections.value,
    coverage: coverage.value,
    ledger: ledger.value,
  })
}

async function namesIn(path: string): Promise<ArchiveAnswer<readonly string[]>> {
  try {
    return found((await readdir(path)).toSorted())
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    return failed({ code: code === 'ENOTDIR' ? 'folder-is-file' : 'folder-missing', path })
  }
}

async function parsed<Value>(
  path: string,
  texts: TextSource,
  parse: (value: unknown, path: string) => ArchiveAnswer<Value>,
): Promise<ArchiveAnswer<Value>> {
  const json = await readJson(path, texts)
  return json.ok ? parse(json.value, path) : json
}

async function detectionsOf(path: string, texts: TextSource): Promise<ArchiveAnswer<readonly DetectionText[]>> {
  const names = await namesIn(path)
  if (!names.ok) return names
  const detections: DetectionText[] = []
  for (const name of names.value.filter((one) => DETECTION.test(one))) {
    const source = await texts.read(join(path, name))
    if (!source.ok) return source
    detections.push({ name: name.replace(DETECTION, ''), text: source.value.text })
  }
  return found(detections)
}

async function ledgerOf(path: string, texts: TextSource): Promise<ArchiveAnswer<readonly LedgerEvent[]>> {
  const source = await texts.read(path)
  if (!source.ok) return source.fault.code === 'file-empty' ? found([]) : source
  const events = parseLedger(source.value.text)
  return events.ok ? found(events.value) : failed({ code: 'ledger-damaged', path, detail: events.refusal.message })
}

async function listFolders(parent: string): Promise<readonly string[]> {
  try {
    const names = (await readdir(parent)).toSorted().map((name) => join(parent, name))
    const holds = await Promise.all(names.map(holdsNotice))
    return names.filter((_, place) => holds[place])
  } catch {
    return []
  }
}

async function deposit(
  folder: string,
  target: string,
  events: readonly LedgerEvent[],
): Promise<ArchiveAnswer<readonly string[]>> {
  const copied = await depositedNames(folder)
  if (!copied.ok) return copied
  try {
    await mkdir(target, { recursive: true })
    if (resolve(folder) !== resolve(target))
      for (const name of copied.value) {
        await mkdir(dirname(join(target, name)), { recursive: true })
        await copyFile(join(folder, name), join(target, name))
      }
    await writeFile(join(target, LEDGER), formatLedger(events))
    return found([...copied.value, LEDGER].map((name) => join(target, name)))
  } catch (error) {
    return failed({ code: 'folder-not-written', path: target, detail: error instanceof Error ? error.message : '' })
  }
}

/** Everything of a folder but its ledger, by path within it. */
async function depositedNames(folder: string): Promise<ArchiveAnswer<readonly string[]>> {
  const names = await namesIn(folder)
  if (!names.ok) return names
  const detections = names.value.includes(DETECTIONS) ? await namesIn(join(folder, DETECTIONS)) : found([])
  if (!detections.ok) return detections
  return found([
    ...names.value.filter((name) => NOTICE.test(name) || DEPOSITED.has(name) || CALENDAR.test(name)),
    ...detections.value.filter((name) => DETECTION.test(name)).map((name) => join(DETECTIONS, name)),
  ])
}

async function holdsNotice(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder, { withFileTypes: true })).some((entry) => entry.isFile() && NOTICE.test(entry.name))
  } catch {
    return false
  }
}

function found<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value }
}

function failed(fault: ArchiveFault): { readonly ok: false; readonly fault: ArchiveFault } {
  return { ok: false, fault }
}
