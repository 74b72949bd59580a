import type { AssessmentId, FindingId } from '../core/kernel/identifiers.ts'
import type { FindingLetter } from '../app/documents/finding-letters.ts'
import { smallPictures } from '../app/documents/small-pictures.ts'
import type { DocumentForm } from '../app/ports/document-writer.ts'
import { documentReply } from './document-reply.ts'
import { fieldsIn } from './fields-in.ts'
import type { Reply } from './route.ts'
import type { Asker, ServerParts } from './server-parts.ts'

interface LetterRequest {
  readonly params: { readonly assessmentId: AssessmentId; readonly findingId: FindingId }
  readonly query: Parameters<typeof fieldsIn>[0] & { readonly form: DocumentForm }
  readonly asker: Asker
}

/** A letter about a finding, with small pictures of the evidence that whoever asks may see. */
export async function letterReply(
  make: FindingLetter,
  { params, query, asker: { actor } }: LetterRequest,
  parts: ServerParts,
): Promise<Reply<never>> {
  const { office, evidence } = parts
  const { assessmentId, findingId } = params
  const live = await office.live.look(actor.tenantId, assessmentId)
  if (!live.ok) return live
  const centerId = live.value.state.findings.get(findingId)?.centerId ?? null
  const pictures = smallPictures(evidence, actor, centerId)
  const asked = { actor, assessmentId, findingId, fields: fieldsIn(query), pictures }
  return documentReply(parts, await make(office, asked), query.form, pictures)
}
