/**
 * A demonstration district: everybody in it, an assessment in the middle of its year with something in every state, and a
 * trial that is sealed and published. Everything is done by the use cases that people's requests go through, under a clock
 * that is set from step to step. The same setting gives the same ledgers on one machine. For demonstrations and tests only.
 */
import { addDays, type PlainDate } from '../../core/kernel/plain-date.ts'
import { adoptRubric } from '../acting/adopt-rubric.ts'
import { openAssessment } from '../acting/open-assessment.ts'
import { EXAMPLE_TERMS } from '../example-year/example-terms.ts'
import { randomFrom } from '../../core/kernel/random.ts'
import { adoptDetections } from '../records/adopt-detections.ts'
import { declareFeeds } from '../records/declare-feeds.ts'
import { dayOf } from '../../core/kernel/timestamp.ts'
import { tryBrokenFile } from './broken-file.ts'
import { demoAnswers } from './demo-answers.ts'
import { assessmentId, demoOffice, type DemoOffice } from './demo-office.ts'
import { demoRecords, detectedClauses, importRecords, runAll, type DemoRecords } from './demo-records.ts'
import { dayIn, demoNow, momentIn, type DemoPorts, type DemoSetting } from './demo-setting.ts'
import { foundPeople, settleAdministrator, settlePasswords, type FoundPeople } from './found-people.ts'
import { inspectionRounds } from './inspection-rounds.ts'
import { planRaised, planYear } from './plan-year.ts'
import { selfAssessments } from './self-assessments.ts'
import { evenScores } from './even-scores.ts'
import { showcase } from './showcase.ts'
import { live, type Step } from './timeline.ts'
import { trialSteps } from './trial-assessment.ts'
import { whole } from './whole.ts'

export async function foundDemoDistrict(
  ports: DemoPorts,
  setting: DemoSetting,
  progress: (step: string) => void,
): Promise<void> {
  const { clock, desk } = ports
  const { year, seed, rubric } = setting
  clock.set(momentIn(dayIn(setting, '01-04'), '08:30'))
  progress('设立演示的区、人员和日历')
  const found = await foundPeople(ports, setting)
  await settleAdministrator(ports, setting, found)
  progress('采用细则和检测')
  await adoptDemoRubric(ports, setting, found)
  await adoptDetecting(ports, setting, found)
  const office = (name: string, salt: number) =>
    demoOffice(ports, setting, found, { assessmentId: assessmentId(name), random: randomFrom(seed + salt) })
  const main = office(`${year}`, 11)
  const trial = office(`${year}-trial`, 12)
  await openDemoAssessment(ports, setting, main, dayIn(setting, '12-31'))
  await openDemoAssessment(ports, setting, trial, dayIn(setting, '06-30'))
  const answers = demoAnswers(setting, Math.floor(rubric.questions.length / 2), dayIn(setting, '03-12'))
  const detected = detectedClauses(setting.folder)
  const steps: readonly Step[] = [
    ...trial.steps(demoAnswers(setting, rubric.questions.length, dayIn(setting, '01-12'))),
    ...trialSteps(ports, setting, trial),
    ...main.steps(answers),
    ...main.steps(planYear(setting, detected)),
    ...main.steps(inspectionRounds(setting)),
    ...main.steps(showcase(setting), 'always'),
    ...evenScores(ports, setting, main),
    ...main.steps(someSelfAssessments(setting)),
    ...recordSteps(ports, setting, main, found, progress),
  ]
  await live(steps, demoNow(year), clock.set, (done, left) => {
    if (done % 100 === 0) progress(`办理 ${done}/${done + left}`)
  })
  clock.set(momentIn(dayIn(setting, '10-22'), '17:30'))
  progress('为演示账号设密码')
  await settlePasswords(ports, setting, found)
  clock.set(demoNow(year))
  whole(await desk.office.live.look(setting.tenantId, main.assessmentId), 'look')
}

export async function adoptDemoRubric(
  { desk }: DemoPorts,
  { folder, rubric }: DemoSetting,
  found: FoundPeople,
): Promise<void> {
  const adopting = { rubricId: rubric.id, notice: folder.notice.text }
  whole(await adoptRubric(desk.office, found.actor('assessor-1'), adopting), 'rubric')
}

async function adoptDetecting({ desk }: DemoPorts, setting: DemoSetting, found: FoundPeople): Promise<void> {
  const { folder, rubric } = setting
  const assessor = found.actor('assessor-1')
  if (folder.detections.length > 0)
    whole(await adoptDetections(desk, assessor, rubric.id, folder.detections), 'detections')
  if (folder.coverage.length > 0) whole(await declareFeeds(desk, assessor, rubric.id, folder.coverage), 'feeds')
}

export async function openDemoAssessment(
  { desk }: DemoPorts,
  setting: DemoSetting,
  demo: DemoOffice,
  to: PlainDate,
): Promise<void> {
  const [adopted] = whole(await desk.office.rubrics.list(setting.tenantId), 'rubrics')
  if (adopted === undefined) throw new Error('no rubric was adopted')
  const opening = {
    rubricDigest: adopted.rubricDigest,
    period: { periodFrom: dayIn(setting, '01-01'), periodTo: to },
    terms: EXAMPLE_TERMS,
    centers: setting.folder.centers.map(({ id: centerId, name }) => ({ centerId, name })),
  }
  whole(await openAssessment(desk.office, demo.asking('assessor-1'), opening), demo.assessmentId)
}

/** Some have begun early. */
function someSelfAssessments(setting: DemoSetting) {
  const random = randomFrom(setting.seed + 13)
  const early = setting.folder.centers.filter((_, at) => at % 3 === 0)
  return early.flatMap((center, at) => selfAssessments(setting, [center], dayIn(setting, `10-${18 + at}`), random))
}

/** Records come in after half a year, after three quarters, and corrected; what is found each time, people deal with. */
function recordSteps(
  ports: DemoPorts,
  setting: DemoSetting,
  main: DemoOffice,
  found: FoundPeople,
  progress: (step: string) => void,
): readonly Step[] {
  if (setting.folder.detections.length === 0) return []
  const clerk = found.actor('clerk')
  const batch = (
    name: string,
    days: BatchDays,
    rows: (records: DemoRecords) => DemoRecords['firstHalf'],
    salt: number,
  ) => ({
    at: momentIn(days.on, '08:45'),
    take: async (): Promise<readonly Step[]> => {
      const { state } = whole(await ports.desk.office.live.look(setting.tenantId, main.assessmentId), name)
      const records = demoRecords(setting, state.answers)
      await importRecords(ports, setting, clerk, { name, rows: rows(records)() }, (file) => progress(`导入 ${file}`))
      progress('运行检测')
      const raised = await runAll(ports, setting, clerk, { demo: main, asOf: days.knownTo })
      return main.steps(
        planRaised(setting, raised, { raisedOn: days.on, openUntil: addDays(days.on, OPEN_DAYS), salt }),
      )
    },
  })
  const [half, quarter] = [dayIn(setting, '06-30'), dayIn(setting, '09-30')]
  return [
    batch('上半年', { on: dayIn(setting, '07-08'), knownTo: half }, ({ firstHalf }) => firstHalf, 21),
    batch('第三季度', { on: dayIn(setting, '10-11'), knownTo: quarter }, ({ thirdQuarter }) => thirdQuarter, 22),
    batch('更正', { on: dayIn(setting, '10-21'), knownTo: quarter }, ({ correction }) => correction, 23),
    {
      at: momentIn(dayOf(demoNow(setting.year)), '09:20'),
      take: async () => {
        await tryBrokenFile(ports, setting, clerk)
        return []
      },
    },
  ]
}

/** What was not there by the day until which records are known is not missing yet. */
interface BatchDays {
  readonly on: PlainDate
  readonly knownTo: PlainDate
}

/** Of what was raised on a day, what happened in the month before so many days later is mostly still open. */
const OPEN_DAYS = 5
