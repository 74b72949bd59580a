import type { PlanDraft } from './plan-draft.ts'
import { plantArticles } from './plants/articles.ts'
import { plantCardLogins } from './plants/card-logins.ts'
import { plantComplaints } from './plants/complaints.ts'
import { plantCounterPauses } from './plants/counter-pauses.ts'
import { plantCounters } from './plants/counters.ts'
import { plantFaults } from './plants/faults.ts'
import { plantItems } from './plants/items.ts'
import { plantLateAppointments } from './plants/late-appointments.ts'
import { plantLateOnline } from './plants/late-online.ts'
import { plantLateSplits } from './plants/late-splits.ts'
import { plantMeetings } from './plants/meetings.ts'
import { plantOpenings } from './plants/openings.ts'
import { plantPoorRatings } from './plants/poor-ratings.ts'
import { plantReceipts } from './plants/receipts.ts'
import { plantSelfRatings } from './plants/self-ratings.ts'
import { plantStations } from './plants/stations.ts'
import { plantStrayPapers } from './plants/stray-papers.ts'
import { plantWeeklyClasses } from './plants/weekly-classes.ts'

/** Everything that is planted, in the order of what it is about. Each knows what must be found of its own. */
export const PLANTERS: readonly ((draft: PlanDraft) => void)[] = [
  plantItems,
  plantOpenings,
  plantFaults,
  plantCounters,
  plantCounterPauses,
  plantSelfRatings,
  plantPoorRatings,
  plantComplaints,
  plantLateSplits,
  plantLateOnline,
  plantLateAppointments,
  plantCardLogins,
  plantReceipts,
  plantStrayPapers,
  plantStations,
  plantWeeklyClasses,
  plantArticles,
  plantMeetings,
]
