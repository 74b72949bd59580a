import type { Answered } from '../client/call.ts'

export interface NavigationEntry {
  readonly name:
    | 'city'
    | 'overview'
    | 'notice'
    | 'sheets'
    | 'findings'
    | 'center'
    | 'records'
    | 'inspection'
    | 'analysis'
    | 'closing'
    | 'administration'
  readonly to: string
}

/** The pages that the person has work on, in the order of the work. */
export function navigationOf(
  { actions, centerId }: Answered<'readMe'>,
  assessmentId: string | null,
): readonly NavigationEntry[] {
  const may = (action: string) => actions.includes(action)
  const base = `/assessments/${assessmentId}`
  const ofAssessment: readonly (NavigationEntry | false)[] = [
    may('ranking.read') && { name: 'overview', to: `${base}/overview` },
    centerId !== null && { name: 'center', to: `${base}/center` },
    { name: 'notice', to: `${base}/notice` },
    may('sheet.read') && { name: 'sheets', to: `${base}/sheets` },
    may('finding.read') && { name: 'findings', to: `${base}/findings` },
    may('records.read') && { name: 'records', to: `${base}/records` },
    may('finding.report') && { name: 'inspection', to: `${base}/inspection` },
    may('analysis.read') && { name: 'analysis', to: `${base}/analysis` },
    may('readiness.check') && { name: 'closing', to: `${base}/closing` },
  ]
  const ofHouse: readonly (NavigationEntry | false)[] = [
    may('city.read') && { name: 'city', to: '/city' },
    (may('person.read') || may('calendar.manage') || may('access-log.read')) && {
      name: 'administration',
      to: '/administration',
    },
  ]
  return [...(assessmentId === null ? [] : ofAssessment), ...ofHouse].filter((entry) => entry !== false)
}

/**
 * Where the person's work is: whoever sees all centers begins with the overview, a center with its own page, an inspector with the
 * rounds, a clerk with the records, an administrator with the house, a city's people with their districts. With several duties, the first of these.
 */
export function landingOf(me: Answered<'readMe'>, assessmentId: string): string {
  const entries = navigationOf(me, assessmentId)
  const landing = LANDINGS.flatMap((name) => entries.find((entry) => entry.name === name) ?? [])[0]
  return landing?.to ?? `/assessments/${assessmentId}/notice`
}

const LANDINGS: readonly NavigationEntry['name'][] = [
  'overview',
  'center',
  'inspection',
  'records',
  'administration',
  'city',
]
