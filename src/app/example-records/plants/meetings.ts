import { chanceFor, expectRecord, type PlanDraft } from '../plan-draft.ts'
import { rowOf } from '../world.ts'

const DETECTION = 'meeting-missed'

/** A meeting about every four weeks, that nearly everybody comes to or is excused from. */
export function plantMeetings(draft: PlanDraft): void {
  const { sites, days, clock, limits } = draft.world
  const random = chanceFor(draft, DETECTION)
  const working = days.filter((day) => clock.isWorking(day))
  for (const [turn, day] of working.filter((_, at) => at % 19 === 10).entries()) {
    const meetingId = `HY-${day}`
    const title = random.pick(TITLES)
    for (const site of sites) {
      const roll = random.below(100)
      const isMissed = (5 * turn + site.place) % 17 === MISSED_TURN % sites.length
      const attendance = isMissed || roll < 2 ? 'absent' : roll < 14 ? 'excused' : 'present'
      const row = rowOf('meetings', {
        record_id: `${meetingId}-${site.code}`,
        meeting_id: meetingId,
        center_id: site.center.id,
        held_on: day,
        title,
        attendance,
        reason:
          attendance === 'present'
            ? null
            : attendance === 'excused'
              ? random.pick(EXCUSES)
              : random.pick(['', '记错时间', '']) || null,
      })
      draft.add(day, row)
      if (attendance === 'absent' && limits.has(DETECTION))
        expectRecord(draft, DETECTION, row, { centerId: site.center.id, occurredOn: day })
    }
  }
}

/** Whose turn it is to miss the first meeting. */
const MISSED_TURN = 4

const TITLES = [
  '中心主任例会',
  '“一网通办”推进会',
  '好差评工作部署会',
  '业务条线培训',
  '安全生产工作会',
  '窗口服务技能比武',
]

const EXCUSES = ['街镇主要领导召集紧急会议，已请假', '参加市级培训，已请假', '病假，已报备']
