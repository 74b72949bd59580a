import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { TOTP } from 'otpauth'
import { beforeEach, expect, test } from 'vitest'
import { databaseFiles } from '../../../test/fixtures/database-files.ts'
import { peopleHouse, type PeopleHouse } from '../../../test/fixtures/people-house.ts'
import { openSqlitePeople } from '../../adapters/people/sql-people.ts'
import type { SignInRequest } from './sign-in.ts'

const { newPath, opened } = databaseFiles()
const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
let path: string
let houses: readonly PeopleHouse[]

/** Two programs on one file, as far as the file can tell. */
beforeEach(async () => {
  path = newPath()
  houses = [await onFile(), await onFile()]
  await houses[0]?.add('wang', ['inspector'])
  await houses[0]?.add('li', ['assessor'], { secondFactor: { secret: SECRET, isConfirmed: true, lastStep: null } })
})

function onFile(): Promise<PeopleHouse> {
  return peopleHouse(opened(openSqlitePeople(path)))
}

const enterAtOnce = (times: number, username: string, differs: Partial<SignInRequest>) => {
  const attempts = Array.from({ length: times }, () => houses).flat()
  return Promise.all(attempts.map((house) => house.enter(username, differs)))
}

test('of sign-ins with the same code, over two connections, one wins', async () => {
  const code = new TOTP({ secret: SECRET }).generate({ timestamp: houses[0]?.clock.epochMs() ?? 0 })
  const outcomes = await enterAtOnce(3, 'li', { code })
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
})

test('twenty wrong passwords at once, over two connections, count five and lock', async () => {
  await enterAtOnce(10, 'wang', { password: 'wrong' })
  const told = [...((await houses[0]?.told()) ?? []), ...((await houses[1]?.told()) ?? [])]
  expect(told.filter((line) => line === 'sign-in failed password-wrong')).toHaveLength(5)
  expect(told.filter((line) => line === 'sign-in failed account-locked')).toHaveLength(15)
  expect(told.filter((line) => line === 'account-lock done')).toHaveLength(1)
})

test('programs that change the same person at once lose no change', async () => {
  const program = fileURLToPath(new URL('../../../test/fixtures/fail-to-sign-in.ts', import.meta.url))
  const ended = await Promise.all(
    [1, 2, 3].map(
      () =>
        new Promise((resolve) => {
          const child = spawn(process.execPath, ['--import', 'tsx', program, path, '100'], { stdio: 'inherit' })
          child.on('exit', resolve)
        }),
    ),
  )
  expect(ended).toEqual([0, 0, 0])
  expect(await houses[0]?.person('wang')).toMatchObject({ failures: 300, revision: 300 })
})
