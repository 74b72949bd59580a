import { coverageOf, type Coverage } from '../../core/detection/coverage.ts'
import type { Detection } from '../../core/detection/detection.ts'
import type { DataSetName } from '../../core/records/data-set.ts'
import { openNotice } from '../open-assessment-folder.ts'
import { answered, type Answer } from '../problem.ts'
import { readDetections } from './read-detections.ts'
import { FOLDER_TENANT, type RecordFolderPorts } from './record-folder.ts'
import { refusedAnswer } from './refused-answer.ts'

export interface FolderCoverage extends Coverage {
  readonly title: string
  readonly detections: readonly Detection[]
  /** The data sets that hold any record; null where the folder has never been imported into. */
  readonly heldSets: ReadonlySet<DataSetName> | null
}

/** Where the facts for each clause of a folder's notice come from. */
export async function coverFolder(path: string, ports: RecordFolderPorts): Promise<Answer<FolderCoverage>> {
  const opened = await openNotice(path, ports.archive)
  if (!opened.ok) return opened
  const { rubric, folder } = opened.value
  const detections = readDetections(folder, rubric)
  if (!detections.ok) return detections
  const heldSets = await heldSetsOf(path, ports)
  if (!heldSets.ok) return heldSets
  const coverage = coverageOf(rubric, detections.value, folder.coverage)
  return answered({ ...coverage, title: rubric.title, detections: detections.value, heldSets: heldSets.value })
}

async function heldSetsOf(
  path: string,
  { folderRecords }: RecordFolderPorts,
): Promise<Answer<ReadonlySet<DataSetName> | null>> {
  const stores = await folderRecords.open(path, false)
  if (!stores.ok) return refusedAnswer(stores.refusal)
  if (stores.value === null) return answered(null)
  const held = await stores.value.records.holdings(FOLDER_TENANT)
  stores.value.close()
  if (!held.ok) return refusedAnswer(held.refusal)
  return answered(new Set(held.value.sets.flatMap(({ dataSet, records }) => (records > 0 ? [dataSet] : []))))
}
