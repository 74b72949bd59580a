import type { OfficialDocument } from '../../core/document/official-document.ts'
import type { AssessmentId, CenterId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { dayOf } from '../../core/kernel/timestamp.ts'
import { isOver } from '../../core/ledger/is-over.ts'
import { sheetDigest } from '../../core/scoring/sheet-digest.ts'
import { verificationCode, type ShortCode } from '../../core/scoring/verification-code.ts'
import { refusedActing, type Acting } from '../office/acting-refusals.ts'
import type { LiveAssessment } from '../office/live-assessment.ts'
import { lookIn } from '../office/look-in.ts'
import type { Office } from '../office/office.ts'
import type { Actor } from '../people/actor.ts'
import { rankSheets } from '../../core/analysis/rank-sheets.ts'
import { meanOf } from '../../core/analysis/changed-numbers.ts'
import { sealOf } from '../reading/sealed-sheets.ts'
import { bulletin } from './bulletin.ts'
import type { BulletinFacts } from './bulletin-facts.ts'
import type { LetterFields } from './letter-fields.ts'

/** 年度考核通报, for whoever may read the ranking: of the sealed sheets, and until there are some a draft for comment. */
export async function makeBulletin(
  office: Office,
  actor: Actor,
  assessmentId: AssessmentId,
  fields: LetterFields,
): Promise<Acting<OfficialDocument>> {
  const tenant = await office.people.tenant(actor.tenantId)
  if (!tenant.ok) return tenant
  const looked = await lookIn(office, actor, 'ranking.read', assessmentId)
  if (!looked.ok) return looked
  if (looked.value.state.centers.size === 0) return refusedActing('centers-none')
  const given = { fields, districtName: tenant.value?.name ?? '', today: dayOf(office.clock.now()) }
  return accepted(bulletin(factsOf(looked.value, given)))
}

function factsOf(live: LiveAssessment, given: Pick<BulletinFacts, 'fields' | 'districtName' | 'today'>): BulletinFacts {
  const { adopted, state, scores, told, digestOf } = live
  const { rubric } = adopted
  const sheets = scores.sheets()
  const digests = new Map(sheets.map((sheet) => [sheet.centerId, sheetDigest(sheet, digestOf)]))
  const seal = sealOf(live)
  const isSealed = seal !== null && seal.sheets.every(({ centerId, digest }) => digests.get(centerId) === digest)
  const head = isSealed ? seal.head : live.head
  const codes = [...digests].map(
    ([centerId, digest]) => [centerId, verificationCode(head, centerId, digest, digestOf).code] as const,
  )
  return {
    ...given,
    rubric,
    periodFrom: state.periodFrom,
    periodTo: state.periodTo,
    isSealed,
    sealedOn: isSealed ? dayOf(seal.at) : null,
    publishedOn: told.publishedAt === null ? null : dayOf(told.publishedAt),
    ranked: rankSheets(sheets),
    mean: meanOf(sheets),
    codes: new Map<CenterId, ShortCode>(codes),
    head,
    answers: new Map(state.answers),
    appeals: appealsIn(live),
    openRectifications: rectificationsIn(live),
  }
}

function appealsIn({ state }: LiveAssessment): BulletinFacts['appeals'] {
  const counts = { pending: 0, upheld: 0, varied: 0, reversed: 0 }
  for (const { appeal } of state.findings.values()) if (appeal !== null) counts[appeal.outcome] += 1
  return counts
}

function rectificationsIn({ state }: LiveAssessment): BulletinFacts['openRectifications'] {
  const open = [...state.findings.values()].filter(
    ({ standing, rectification }) => !isOver(standing) && rectification !== 'none' && rectification !== 'accepted',
  )
  return { findings: open.length, centers: new Set(open.map(({ centerId }) => centerId)).size }
}
