import type { RecordUpload } from '../app/ports/record-uploads.ts'
import { answer } from './route.ts'

export function recordFileAnswer(fileId: string, { declared, offset, digest }: RecordUpload) {
  return answer({ fileId, fileName: declared.name, bytes: declared.bytes, offset, digest })
}
