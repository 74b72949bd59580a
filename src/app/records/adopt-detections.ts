import type { RubricId } from '../../core/kernel/identifiers.ts'
import { accepted, type Refusal } from '../../core/kernel/outcome.ts'
import { checkDetection } from '../../core/detection/check-detection.ts'
import type { Detection } from '../../core/detection/detection.ts'
import { parseDetection } from '../../core/detection/parse-detection.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'
import type { Actor } from '../people/actor.ts'
import { may } from '../people/who-may.ts'
import type { AdoptingDetection } from '../ports/detection-archive.ts'
import { refuseAtDesk, type AtDesk, type DeskCode } from './desk-refusals.ts'
import { dryRun } from './dry-run.ts'
import type { RecordsDesk } from './records-desk.ts'

/** A detection's file: the name without `.sql`, and its text. */
export interface DetectionFile {
  readonly name: string
  readonly text: string
}

/** One thing that is wrong with one file, with the line where there is one. */
export interface FileFault {
  readonly file: string
  readonly line: number | null
  readonly message: string
}

export type Adoption =
  | { readonly ok: true; readonly value: readonly AdoptingDetection[] }
  | { readonly ok: false; readonly refusal: Refusal<DeskCode> & { readonly faults?: readonly FileFault[] } }

type Adopting = Pick<RecordsDesk, 'detections' | 'records' | 'office'>

/**
 * 采用检测: all files or none. Each is read, held against the rubric, vetted as one portable SELECT and run once over empty
 * tables, so that what is adopted can run. The same name again is a new version; findings of the earlier one stay.
 */
export async function adoptDetections(
  desk: Adopting,
  actor: Actor,
  rubricId: RubricId,
  files: readonly DetectionFile[],
): Promise<Adoption> {
  if (!may(actor, 'detection.adopt', null)) return refuseAtDesk('not-permitted')
  const rubric = await rubricNamed(desk, actor, rubricId)
  if (!rubric.ok) return rubric
  const faults: FileFault[] = repeatedNames(files)
  for (const file of files) {
    const found = await faultsOf(desk, file, rubric.value)
    if (!found.ok) return found
    faults.push(...found.value)
  }
  const [first] = faults
  if (first !== undefined) {
    const { refusal } = refuseAtDesk('detection-wrong', faults.length, `${first.file}：${first.message}`)
    return { ok: false, refusal: { ...refusal, faults } }
  }
  const at = desk.office.clock.now()
  const adopted = files.map(({ name, text }) => ({ name, text, by: actor.personId, at }))
  const kept = await desk.detections.adopt(actor.tenantId, rubricId, adopted)
  return kept.ok ? accepted(adopted) : kept
}

/** Of several that bear the id, the one that was adopted last. */
export async function rubricNamed(
  { office }: Pick<RecordsDesk, 'office'>,
  actor: Actor,
  rubricId: RubricId,
): Promise<AtDesk<Rubric>> {
  const rubrics = await office.rubrics.list(actor.tenantId)
  if (!rubrics.ok) return rubrics
  const found = rubrics.value.findLast(({ rubric }) => rubric.id === rubricId)
  return found === undefined ? refuseAtDesk('rubric-not-adopted', rubricId) : accepted(found.rubric)
}

async function faultsOf(
  desk: Adopting,
  { name, text }: DetectionFile,
  rubric: Rubric,
): Promise<AtDesk<readonly FileFault[]>> {
  const told = (line: number | null, message: string): FileFault => ({ file: name, line, message })
  const read = parseDetection(name, text)
  if (!read.ok) return accepted(read.faults.map(({ line, message }) => told(line, message)))
  const faults = checkDetection(read.detection, rubric)
  if (faults.length > 0) return accepted(faults.map(({ line, message }) => told(line, message)))
  return tried(desk, read.detection, told)
}

/** What a store cannot do now is no fault of the file. */
async function tried(
  desk: Adopting,
  detection: Detection,
  told: (line: null, message: string) => FileFault,
): Promise<AtDesk<readonly FileFault[]>> {
  const run = await dryRun(desk, detection)
  if (run.ok) return accepted([])
  const { code, message } = run.refusal
  return code === 'query-refused' || code === 'query-failed' ? accepted([told(null, message)]) : run
}

function repeatedNames(files: readonly DetectionFile[]): FileFault[] {
  const names = files.map(({ name }) => name)
  return [...new Set(names.filter((name, at) => names.indexOf(name) !== at))].map((file) => ({
    file,
    line: null,
    message: '同一名称的文件有两份；请只留一份',
  }))
}
