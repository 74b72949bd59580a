import type { Course, PlannedFinding, RectificationCourse } from './planned-finding.ts'
import type { Random } from '../../core/kernel/random.ts'

export function someReply(course: Course, random: Random): PlannedFinding['reply'] {
  if (course === 'answered') return random.pick(['accepted', 'contested'])
  if (course === 'dismissed') return random.pick(['none', 'contested', 'contested'])
  return random.pick(['accepted', 'accepted', 'accepted', 'contested', 'none'])
}

export function someRectification(random: Random): RectificationCourse {
  if (random.chance(55)) return random.pick(['none', 'accepted'])
  return random.pick(['accepted', 'planned', 'submitted', 'returned', 'accepted-later'])
}
