import { COUNTERS_UNBALANCED, LINE_MISSING } from './balance-cases.ts'
import { CARD_LOGIN, ONLINE_RATE, ONLINE_RESPONSE, RECEIPT_MISSING } from './case-cases.ts'
import { HOTLINE_COMPLAINT, POOR_RATING, STILL_DISSATISFIED } from './complaint-cases.ts'
import { COUNTER_VACATED, GENERAL_SHARE } from './counter-cases.ts'
import type { DetectionCases } from './detection-case.ts'
import { ARTICLES_FEW, MEETING_MISSED, STATION_ASSESSED, STATION_GUIDED, WEEKLY_CLASS } from './district-cases.ts'
import { ITEMS_CHANGED, ITEMS_MISSING } from './item-cases.ts'
import { PAPERS_BEYOND_GUIDE } from './paper-cases.ts'
import { APPOINTMENT_LATE, SPLIT_INTAKE } from './promise-cases.ts'
import { RATING_RATE, SELF_RATING } from './rating-cases.ts'
import { FAULTS_REPEATED, OPENING_MISSED, REPAIR_LATE, STAFF_NOT_IN_PLACE } from './site-cases.ts'

/** In the order of the notice. */
export const ALL_CASES: readonly DetectionCases[] = [
  ITEMS_MISSING,
  ITEMS_CHANGED,
  STAFF_NOT_IN_PLACE,
  FAULTS_REPEATED,
  REPAIR_LATE,
  RATING_RATE,
  SELF_RATING,
  COUNTER_VACATED,
  OPENING_MISSED,
  GENERAL_SHARE,
  SPLIT_INTAKE,
  ONLINE_RESPONSE,
  ONLINE_RATE,
  APPOINTMENT_LATE,
  CARD_LOGIN,
  LINE_MISSING,
  COUNTERS_UNBALANCED,
  RECEIPT_MISSING,
  PAPERS_BEYOND_GUIDE,
  STATION_GUIDED,
  STATION_ASSESSED,
  WEEKLY_CLASS,
  ARTICLES_FEW,
  MEETING_MISSED,
  POOR_RATING,
  STILL_DISSATISFIED,
  HOTLINE_COMPLAINT,
]
