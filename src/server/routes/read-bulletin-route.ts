import { readBulletin } from '../../api/routes/read-bulletin.ts'
import { makeBulletin } from '../../app/documents/bulletin-document.ts'
import { documentReply } from '../document-reply.ts'
import { fieldsIn } from '../fields-in.ts'
import { route } from '../route.ts'

export const readBulletinRoute = route(readBulletin, async ({ params, query, asker }, parts) =>
  documentReply(parts, await makeBulletin(parts.office, asker.actor, params.assessmentId, fieldsIn(query)), query.form),
)
