import { useLocation, useParams, useSearchParams } from 'react-router'
import { id, type AssessmentId, type CenterId } from '../../../core/kernel/identifiers.ts'
import type { Clocks } from '../../../core/scoring/score-sheet.ts'
import { useAnswer, type Answer } from '../../client/use-answer.ts'
import type { Timeline } from '../../score-sheet/sheet-answer.ts'
import { clocksOf, lookIn, placeIn, type SheetLook } from './sheet-address.ts'

/** Everything that a sheet's page asks, by what its address says. */
export interface SheetAsked {
  readonly look: SheetLook
  readonly clocks: Clocks | null
  /** The section or the clause that the address names; empty for none. */
  readonly place: string
  readonly sheet: Answer<'readSheet'>
  /** The sheet shown is still that of the days before, while the one asked for is computed. */
  readonly isRecomputing: boolean
  /** As everything stands, whatever the clocks say: the picture of the clocks is of that. */
  readonly live: Answer<'readSheet'>
  /** What stands beside it; asks nothing where nothing does. */
  readonly beside: Answer<'readSheet'>
  readonly timeline: Answer<'readSheetTimeline'>
  readonly rubric: Answer<'readRubric'>
  readonly assessment: Answer<'readAssessment'>
  readonly coverage: Answer<'readSheetCoverage'>
}

export function useSheet(): SheetAsked {
  const { assessmentId, centerId } = useParams()
  const [search] = useSearchParams()
  const { hash } = useLocation()
  const look = lookIn(search)
  const params = { assessmentId: id<AssessmentId>(assessmentId ?? ''), centerId: id<CenterId>(centerId ?? '') }
  const timeline = useAnswer('readSheetTimeline', { params })
  const today = timeline.answer?.today ?? null
  const isNow = look.occurredBy === null && look.knownBy === null
  const clocks = today === null ? null : clocksOf(look, today)
  const live = useAnswer('readSheet', { params })
  const past = useAnswer('readSheet', clocks === null ? null : { params, query: clocks })
  const sheet = isNow ? live : past
  const isOther = sheet.answer !== null && !isAsOf(sheet.answer.clocks, isNow ? null : clocks)
  const earlier = timeline.answer === null ? null : earlierClocks(look, timeline.answer)
  const beside = useAnswer('readSheet', earlier === null ? null : { params, query: earlier })
  const assessment = { assessmentId: params.assessmentId }
  return {
    look,
    clocks,
    place: placeIn(hash),
    live,
    // A sheet of other days beside a refusal would be taken for the one that was asked for.
    sheet: isOther && sheet.problem !== null ? { ...sheet, answer: null } : sheet,
    isRecomputing: isOther && sheet.problem === null,
    beside,
    timeline,
    rubric: useAnswer('readRubric', { params: assessment }),
    assessment: useAnswer('readAssessment', { params: assessment }),
    coverage: useAnswer('readSheetCoverage', {
      params,
      query: clocks === null ? {} : { knownBy: clocks.knownBy },
    }),
  }
}

function isAsOf(shown: Clocks | null, asked: Clocks | null): boolean {
  return shown?.occurredBy === asked?.occurredBy && shown?.knownBy === asked?.knownBy
}

/** The sheet as it was on a day: of what had happened by then, as it was known then. */
function earlierClocks({ since }: SheetLook, { sealedOn, periodTo }: Timeline): Clocks | null {
  if (since === null) return null
  if (since !== 'sealed') return { occurredBy: since, knownBy: since }
  return sealedOn === null ? null : { occurredBy: periodTo ?? sealedOn, knownBy: sealedOn }
}
