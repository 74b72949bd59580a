import { makeDocument } from '../app/documents/make-document.ts'
import { refusedDocument } from '../app/documents/document-refusals.ts'
import type { DocumentForm, PictureSource } from '../app/ports/document-writer.ts'
import type { OfficialDocument } from '../core/document/official-document.ts'
import type { Outcome } from '../core/kernel/outcome.ts'
import type { ProblemCode } from './problem.ts'
import type { Reply } from './route.ts'
import type { ServerParts } from './server-parts.ts'

/** A document in the form asked for, as a file that is saved and never shown; it is gone here once it is sent, or once nobody takes it. */
export async function documentReply(
  { documents }: Pick<ServerParts, 'documents'>,
  document: Outcome<OfficialDocument, ProblemCode>,
  form: DocumentForm,
  pictures?: PictureSource,
): Promise<Reply<never>> {
  if (!document.ok) return document
  const made = await makeDocument(documents, document.value, form, pictures)
  if (!made.ok) return made
  const { path, fileName } = made.value
  const handed = await documents.tray.handOut(path)
  if (!handed.ok) {
    await documents.tray.remove(path)
    return refusedDocument({ code: 'document-not-written', path, detail: handed.fault.code })
  }
  return {
    ok: true,
    kind: 'stream',
    content: handed.value.content,
    mediaType: MEDIA_TYPES[form],
    status: 200,
    headers: {
      'content-length': String(handed.value.bytes),
      'content-disposition': `attachment; filename="document.${form}"; filename*=UTF-8''${extended(fileName)}`,
      'cache-control': 'private, no-store',
    },
  }
}

const MEDIA_TYPES: Readonly<Record<DocumentForm, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
}

/** RFC 8187: what `encodeURIComponent` leaves as it is and the header may not hold. */
function extended(name: string): string {
  return encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}
