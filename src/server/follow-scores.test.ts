import { expect, test } from 'vitest'
import { assessmentId, district, kept, openedOffice, officeOver } from '../../test/fixtures/acting-office.ts'
import { followScores } from './follow-scores.ts'

test('what is followed is at hand; who follows one that was let go meanwhile asks again', async () => {
  const office = await openedOffice()
  const asked = { centers: null, after: 0, mayGoOn: async () => true }
  const sent: unknown[] = []
  let ended = 0
  const follow = async (live: Awaited<ReturnType<typeof office.live.look>>) =>
    followScores(office, kept(live), asked).begin(
      (event) => sent.push(event) > 0,
      () => {
        ended += 1
      },
    )
  const leave = await follow(await office.live.look(district, assessmentId))
  expect([sent.length, ended]).toEqual([2, 0])
  leave()
  await follow(await officeOver(office.file, office.people).live.look(district, assessmentId))
  expect([sent.length, ended]).toEqual([2, 1])
})
