import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { mkdtemp, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, delimiter, dirname, extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { DEBIAN_PACKAGES, needPackages } from '../fixtures/debian-packages.ts'
import { keepOffice } from './resident-office.ts'

/** A document as LibreOffice prints it: the path of the PDF, in a folder beside it. */
export function toPdf(path: string): Promise<string> {
  return converted(path, 'pdf')
}

/** A workbook with every formula computed anew by LibreOffice, whatever results stood in it. */
export function recalculated(path: string): Promise<string> {
  return converted(path, 'xlsx')
}

/** Many at once, by one start of LibreOffice; their names must differ. In the order given. */
export function allRecalculated(paths: readonly string[]): Promise<string[]> {
  return allConverted(paths, 'xlsx')
}

/** A Word file as another program writes it: with its own styles and lists. */
export function rewrittenInWord(path: string): Promise<string> {
  return converted(path, 'docx')
}

/**
 * What stands on the pages, each ended by a form feed: line by line where it stood (`isPlaced`), in the order in which it was
 * set, so that a cell of several lines stays together (`isAsWritten`), or in the order that a reader is thought to follow.
 */
export async function pdfText(path: string, { isPlaced = false, isAsWritten = false } = {}): Promise<string> {
  const options = ['-enc', 'UTF-8', ...(isPlaced ? ['-layout'] : []), ...(isAsWritten ? ['-raw'] : [])]
  const { stdout } = await run(found().pdftotext, [...options, path, '-'], { maxBuffer: LARGEST_TEXT })
  return stdout
}

export interface PrintedWord {
  readonly text: string
  readonly left: number
  readonly top: number
  readonly bottom: number
}

/** The words of each page and where they stand, in points from its upper left corner. */
export async function pdfWords(path: string): Promise<PrintedWord[][]> {
  const { stdout } = await run(found().pdftotext, ['-enc', 'UTF-8', '-bbox', path, '-'], { maxBuffer: LARGEST_TEXT })
  return stdout
    .split('<page ')
    .slice(1)
    .map((page) =>
      Array.from(page.matchAll(WORD), ([, left, top, bottom, text = '']) => ({
        text: text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
        left: Number(left),
        top: Number(top),
        bottom: Number(bottom),
      })),
    )
}

const WORD = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="[\d.-]+" yMax="([\d.-]+)">([^<]*)</g

/** The faces that a PDF is set in, as it names them, without the mark of a subset. */
export async function pdfFonts(path: string): Promise<string[]> {
  const { stdout } = await run(found().pdffonts, [path])
  const names = stdout
    .split('\n')
    .slice(2)
    .map((line) => line.split(/\s+/)[0] ?? '')
  return [...new Set(names.filter((name) => name !== '').map((name) => name.replace(/^[A-Z]{6}\+/, '')))]
}

/** A picture of each page, in order. */
export async function pagesAsPng(path: string, dotsPerInch = 60): Promise<string[]> {
  const folder = await mkdtemp(join(dirname(path), 'pages-'))
  await run(found().pdftoppm, ['-r', String(dotsPerInch), '-png', path, join(folder, 'page')])
  return (await readdir(folder)).sort().map((name) => join(folder, name))
}

const run = promisify(execFile)
const LARGEST_TEXT = 256 * 1024 * 1024
/** A long table on a busy machine, after waiting for others. */
const LONGEST_CONVERSION = 900_000

async function converted(path: string, form: 'docx' | 'pdf' | 'xlsx'): Promise<string> {
  const [made] = await allConverted([path], form)
  if (made === undefined) throw new Error('unreachable')
  return made
}

async function allConverted(paths: readonly string[], form: 'docx' | 'pdf' | 'xlsx'): Promise<string[]> {
  const [first] = paths
  if (first === undefined) return []
  const folder = await mkdtemp(join(dirname(first), `${form}-`))
  const { stdout, stderr } = await inTurn(['--convert-to', form, '--outdir', folder, ...paths])
  return paths.map((path) => {
    const made = join(folder, `${basename(path, extname(path))}.${form}`)
    // LibreOffice ends well also where it could not read the file.
    if (!existsSync(made)) throw new Error(`LibreOffice 没有转成 ${form}：${path}\n${stdout}${stderr}`)
    return made
  })
}

/** One LibreOffice at a time on the machine: they share a profile. The kernel frees the lock of a process that is gone. */
async function inTurn(options: readonly string[]): Promise<{ stdout: string; stderr: string }> {
  const { flock, office } = found()
  const lock = `${OFFICE_FOLDER}.lock`
  const profile = `-env:UserInstallation=${pathToFileURL(profileFolder()).href}`
  const command = [office, profile, '--headless', '--norestore', '--nologo']
  const env = { ...process.env, FONTCONFIG_FILE: settingsFile(join(OFFICE_FOLDER, 'fonts.conf'), FACES_AT_HAND) }
  await (resident ??= keepOffice({ folder: OFFICE_FOLDER, flock, lock, command, env }))
  const bounds = { timeout: LONGEST_CONVERSION, killSignal: 'SIGKILL' as const, env }
  return run(flock, ['--no-fork', lock, ...command, ...options], bounds)
}

let resident: Promise<void> | null = null

/** Not the user's own, so that an open LibreOffice neither answers nor stands in the way. */
const OFFICE_FOLDER = join(tmpdir(), `mingheng-office-${process.getuid?.() ?? 'user'}`)

function profileFolder(): string {
  settingsFile(join(OFFICE_FOLDER, 'user', 'registrymodifications.xcu'), RECALCULATE_ALWAYS)
  return OFFICE_FOLDER
}

/** Made once and whole: another process may look for it at the same moment. */
function settingsFile(path: string, text: string): string {
  if (existsSync(path)) return path
  mkdirSync(dirname(path), { recursive: true })
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, text)
  renameSync(draft, path)
  return path
}

/** 0 is "always" for both; by default LibreOffice believes the results that stand in a file of Excel. */
const RECALCULATE_ALWAYS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="ODFRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`

/** An office has the faces of official letters; here free ones of the same kind and width stand in for them. */
const FACES_AT_HAND = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>
${[
  ...['方正小标宋简体', '仿宋_GB2312', '仿宋', '楷体_GB2312', '楷体', '宋体', 'SimSun'].map((name) => [
    name,
    'Noto Serif CJK SC',
  ]),
  ...['黑体', 'SimHei'].map((name) => [name, 'Noto Sans CJK SC']),
]
  .map(
    ([name, here]) =>
      `<match target="pattern"><test name="family"><string>${name}</string></test><edit name="family" mode="assign" binding="same"><string>${here}</string></edit></match>`,
  )
  .join('\n')}
</fontconfig>
`

interface OfficeTools {
  readonly office: string
  readonly flock: string
  readonly pdftotext: string
  readonly pdftoppm: string
  readonly pdffonts: string
}

let tools: OfficeTools | null = null

/** On the path, or installed by the package manager where that may be done. */
function found(): OfficeTools {
  needPackages(DEBIAN_PACKAGES.office, () => (tools ??= toolsOnPath()) !== null, ' LibreOffice 或 poppler')
  if (tools === null) throw new Error('installed, and not on the path')
  return tools
}

function toolsOnPath(): OfficeTools | null {
  const office = onPath(['soffice', 'libreoffice'])
  const flock = onPath(['flock'])
  const pdftotext = onPath(['pdftotext'])
  const pdftoppm = onPath(['pdftoppm'])
  const pdffonts = onPath(['pdffonts'])
  if (office === null || flock === null || pdftotext === null || pdftoppm === null || pdffonts === null) return null
  return { office, flock, pdftotext, pdftoppm, pdffonts }
}

function onPath(names: readonly string[]): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find((path) => existsSync(path)) ?? null
}
