import type { DetectionArchive } from '../../app/ports/detection-archive.ts'
import type { Database } from '../sqlite/open-database.ts'

export function sqliteDetections(database: Database): DetectionArchive {
  const none = async (): Promise<never> => {
    throw new Error(`no detections yet in ${database.path}`)
  }
  return { adopt: none, detections: none }
}
