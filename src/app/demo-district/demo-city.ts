/**
 * A city over the demonstration district, and small districts beside it that have lived through the same trial: two measured
 * alike, one that reads the notice differently, one that has published nothing. Nobody signs in to these; the city has one account.
 */
import { randomFrom } from '../../core/kernel/random.ts'
import { id, type CenterId, type TenantId } from '../../core/kernel/identifiers.ts'
import type { Timestamp } from '../../core/kernel/timestamp.ts'
import type { Proposal } from '../../core/ledger/decide.ts'
import { changeStanding } from '../districts/change-standing.ts'
import { createFirstAdministrator } from '../people/create-first-administrator.ts'
import { createPerson } from '../people/create-person.ts'
import { createTenant } from '../people/create-tenant.ts'
import { actorOf } from '../people/resolve-session.ts'
import { ALONE } from '../ports/tenant-store.ts'
import { DEMO_CITY, DEMO_PASSWORD, OBSERVER } from './demo-accounts.ts'
import { demoAnswers } from './demo-answers.ts'
import { adoptDemoRubric, openDemoAssessment } from './demo-district.ts'
import { assessmentId, demoOffice } from './demo-office.ts'
import { dayIn, demoNow, momentIn, type DemoPorts, type DemoSetting } from './demo-setting.ts'
import { foundPeople, takePassword, TRACE } from './found-people.ts'
import { live } from './timeline.ts'
import { trialSteps } from './trial-assessment.ts'
import { whole } from './whole.ts'

interface SmallDistrict {
  readonly tenantId: string
  readonly mark: string
  readonly centers: number
  readonly isOtherReading: boolean
  /** As far as it has come; what is published is so by September. */
  readonly until: '06-20' | '10-22'
}

const SMALL: readonly SmallDistrict[] = [
  { tenantId: 'demo-jia', mark: '甲', centers: 5, isOtherReading: false, until: '10-22' },
  { tenantId: 'demo-yi', mark: '乙', centers: 4, isOtherReading: false, until: '10-22' },
  { tenantId: 'demo-bing', mark: '丙', centers: 3, isOtherReading: true, until: '10-22' },
  { tenantId: 'demo-ding', mark: '丁', centers: 3, isOtherReading: false, until: '06-20' },
]

/** To be called when the demonstration district is there; the clock stands at its now afterwards. */
export async function foundDemoCity(
  ports: DemoPorts,
  setting: DemoSetting,
  progress: (step: string) => void,
): Promise<void> {
  const cityId = id<TenantId>(DEMO_CITY.tenantId)
  const city = { ...ALONE, ...DEMO_CITY, kind: 'city', digest: 'sha256', secondFactor: 'optional' } as const
  whole(await createTenant(ports.people, city), DEMO_CITY.name)
  for (const [at, small] of SMALL.entries()) {
    progress(`设立${small.mark}区，${at + 1}/${SMALL.length}`)
    await foundSmall(ports, smallSetting(setting, small, at), small)
  }
  for (const tenantId of [setting.tenantId, ...SMALL.map((one) => one.tenantId)])
    whole(await changeStanding(ports.people, tenantId, { what: 'city', cityId }), tenantId)
  ports.clock.set(momentIn(dayIn(setting, '10-22'), '17:40'))
  await foundObserver(ports, cityId)
  ports.clock.set(demoNow(setting.year))
}

function smallSetting(setting: DemoSetting, { tenantId, mark, centers }: SmallDistrict, at: number): DemoSetting {
  const named = Array.from({ length: centers }, (_, place) => ({
    id: id<CenterId>(`${tenantId.slice('demo-'.length)}-${place + 1}`),
    name: `${mark}${'一二三四五'.charAt(place)}街道`,
  }))
  return {
    ...setting,
    tenantId: id(tenantId),
    districtName: `${mark}区`,
    seed: setting.seed + 31 + at,
    folder: { ...setting.folder, centers: named },
  }
}

async function foundSmall(ports: DemoPorts, setting: DemoSetting, small: SmallDistrict): Promise<void> {
  ports.clock.set(momentIn(dayIn(setting, '01-04'), '08:30'))
  const found = await foundPeople(ports, setting)
  await adoptDemoRubric(ports, setting, found)
  const trial = demoOffice(ports, setting, found, {
    assessmentId: assessmentId(`${setting.year}-trial`),
    random: randomFrom(setting.seed),
    bringing: 'never',
  })
  await openDemoAssessment(ports, setting, trial, dayIn(setting, '06-30'))
  const answers = demoAnswers(setting, setting.rubric.questions.length, dayIn(setting, '01-12'))
  const until: Timestamp = momentIn(dayIn(setting, small.until), '18:00')
  await live(
    [
      ...trial.steps(small.isOtherReading ? answers.map(readOtherwise(setting)) : answers),
      ...trialSteps(ports, setting, trial),
    ],
    until,
    ports.clock.set,
    () => undefined,
  )
}

type Answering = Extract<Proposal, { readonly type: 'QuestionAnswered' }>

/** Of the first question that has another reading without an amount to be set, that reading: one is enough for another measure. */
function readOtherwise({ rubric }: DemoSetting): (answer: Answering) => Answering {
  const others = rubric.questions.flatMap(({ id: questionId, readings }) =>
    readings
      .slice(1)
      .filter(({ effect }) => effect.kind !== 'amount')
      .map(({ key, label }) => ({ questionId, key, label })),
  )
  const [other] = others
  return (answer) =>
    answer.questionId === other?.questionId
      ? { ...answer, reading: other.key, points: null, reason: `经会商，按“${other.label}”执行。` }
      : answer
}

/** The city's people: an administrator, who is nobody's to play, and the observer, with the password that is shown. */
async function foundObserver({ people }: DemoPorts, cityId: TenantId): Promise<void> {
  const first = { tenantId: cityId, username: 'admin', name: '市级管理员' }
  const { personId } = whole(await createFirstAdministrator(people, first), first.username)
  const administrator = whole(await people.people.person(cityId, personId), first.username)
  if (administrator === null) throw new Error('the city has no administrator')
  const { username, name, role } = OBSERVER
  const person = { username, name, roles: [role], centerId: null, email: null, hasPassword: true }
  const created = whole(await createPerson(people, actorOf(administrator, null), person, TRACE), username)
  await takePassword(people, cityId, username, created.oneTimePassword ?? '', DEMO_PASSWORD)
}
