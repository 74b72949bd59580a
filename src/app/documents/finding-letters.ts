import type { AssessmentId, CenterId, FindingId } from '../../core/kernel/identifiers.ts'
import { accepted } from '../../core/kernel/outcome.ts'
import { dayOf } from '../../core/kernel/timestamp.ts'
import type { OfficialDocument } from '../../core/document/official-document.ts'
import type { Evidence } from '../../core/ledger/ledger-event.ts'
import { lettersAbout } from '../../core/ledger/letters-about.ts'
import { sheetDigest } from '../../core/scoring/sheet-digest.ts'
import { verificationCode, type ShortCode } from '../../core/scoring/verification-code.ts'
import { refusedActing, type Acting } from '../office/acting-refusals.ts'
import { lookIn } from '../office/look-in.ts'
import type { LiveAssessment } from '../office/live-assessment.ts'
import type { Office } from '../office/office.ts'
import type { Actor } from '../people/actor.ts'
import { may } from '../people/who-may.ts'
import type { PictureSource } from '../ports/document-writer.ts'
import { effectOfEvent } from '../reading/effect-of-event.ts'
import { readFinding, type FindingHistory } from '../reading/read-finding.ts'
import { appealDecision } from './appeal-decision.ts'
import { eventsOf, type FindingFacts } from './finding-facts.ts'
import { findingNotice } from './finding-notice.ts'
import type { LetterFields } from './letter-fields.ts'
import { rectificationNotice } from './rectification-notice.ts'
import { shownEvidence } from './small-pictures.ts'

/** Which letter about a finding, asked for by whom. */
export interface LetterAsked {
  readonly actor: Actor
  readonly assessmentId: AssessmentId
  readonly findingId: FindingId
  readonly fields: LetterFields
  readonly pictures: PictureSource
}

export type FindingLetter = (office: Office, asked: LetterAsked) => Promise<Acting<OfficialDocument>>

/** 问题告知书, once the center has been told: only then does its time to reply run. */
export const makeFindingNotice: FindingLetter = async (office, asked) => {
  const read = await factsOf(office, asked, (told) =>
    eventsOf({ told }, 'FindingReported').flatMap(({ evidence }) => evidence),
  )
  if (!read.ok) return read
  const { replyBy } = read.value.told.finding
  if (replyBy === null) return refusedActing('letter-before-notice')
  return accepted(findingNotice({ ...read.value, replyBy }))
}

/** 整改通知书, where the center has planned to put it right or should: what was dismissed or reversed asks for nothing. */
export const makeRectificationNotice: FindingLetter = async (office, asked) => {
  const read = await factsOf(office, asked, () => [])
  if (!read.ok) return read
  const isDue = lettersAbout(read.value.told.finding).includes('rectification')
  return isDue ? accepted(rectificationNotice(read.value)) : refusedActing('letter-without-rectification')
}

/** 复核决定书 on the last appeal, once it is decided. */
export const makeAppealDecision: FindingLetter = async (office, asked) => {
  const read = await factsOf(office, asked, (told) => eventsOf({ told }, 'AppealFiled').at(-1)?.evidence ?? [])
  if (!read.ok) return read
  const appeal = eventsOf(read.value, 'AppealFiled').at(-1)
  const review = eventsOf(read.value, 'FindingUpheld', 'FindingVaried', 'FindingReversed').find(
    ({ appealId }) => appealId === appeal?.appealId,
  )
  if (appeal === undefined || review === undefined)
    return refusedActing('letter-before-review', appeal === undefined ? null : dayOf(appeal.recordedAt))
  const { actor, assessmentId, findingId } = asked
  const effect = await effectOfEvent(office, actor, assessmentId, findingId, review.seq)
  if (!effect.ok) return effect
  const { centerId } = read.value.told.finding
  const hasRanking = may(actor, 'ranking.read', null)
  return accepted(appealDecision({ ...read.value, appeal, review, centerId, hasRanking, effect: effect.value }))
}

/** Everything of one moment: read again where the ledger went on meanwhile, so that a letter never says more than its place holds. */
async function factsOf(
  office: Office,
  { actor, assessmentId, findingId, fields, pictures }: LetterAsked,
  shown: (told: FindingHistory) => readonly Evidence[],
): Promise<Acting<FindingFacts>> {
  const tenant = await office.people.tenant(actor.tenantId)
  if (!tenant.ok) return tenant
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const before = await lookIn(office, actor, 'finding.read', assessmentId)
    if (!before.ok) return before
    const { seq } = before.value.head
    const told = await readFinding(office, actor, assessmentId, findingId)
    if (!told.ok) return told
    const after = await lookIn(office, actor, 'finding.read', assessmentId)
    if (!after.ok) return after
    const live = after.value
    if (live.head.seq !== seq) continue
    const facts = {
      fields,
      told: told.value,
      rubric: live.adopted.rubric,
      notice: live.adopted.notice,
      districtName: tenant.value?.name ?? '',
      terms: live.state.terms,
      head: live.head,
      code: codeOf(live, told.value.finding.centerId),
    }
    return accepted({ ...facts, evidence: await shownEvidence(pictures, shown(told.value)) })
  }
  return refusedActing('assessment-busy')
}

const MOST_ATTEMPTS = 5

function codeOf({ scores, head, digestOf }: LiveAssessment, centerId: CenterId): ShortCode | null {
  const sheet = scores.sheet(centerId)
  return sheet === null ? null : verificationCode(head, centerId, sheetDigest(sheet, digestOf), digestOf).code
}
