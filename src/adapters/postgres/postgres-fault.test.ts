import { expect, test } from 'vitest'
import type { StoreFaultCode } from '../../app/ports/store-fault.ts'
import { corruption } from '../sql/corruption.ts'
import { guardedPostgres } from './postgres-fault.ts'

const coded = (code: string) => Object.assign(new Error('as it says'), { code })

test.each<[what: string, error: Error, code: StoreFaultCode]>([
  ['a full disk', coded('53100'), 'store-full'],
  ['a standby', coded('25006'), 'store-read-only'],
  ['a damaged page', coded('XX001'), 'store-corrupted'],
  ['a damaged row', corruption('校验和不符'), 'store-corrupted'],
  ['a row that another holds too long', coded('55P03'), 'store-busy'],
  ['too many connections at the server', coded('53300'), 'store-busy'],
  ['every connection of the pool lent', new Error('timeout exceeded when trying to connect'), 'store-busy'],
  ['a server that starts', coded('57P03'), 'store-unreachable'],
  ['a password that is refused', coded('28P01'), 'store-unreachable'],
  ['a database that is not there', coded('3D000'), 'store-unreachable'],
  ['nobody at the port', coded('ECONNREFUSED'), 'store-unreachable'],
  ['a connection that breaks', new Error('Connection terminated unexpectedly'), 'store-unreachable'],
  ['a server that falls silent', new Error('Query read timeout'), 'store-unreachable'],
  ['a host that does not answer', new Error('Connection terminated due to connection timeout'), 'store-unreachable'],
])('%s is told, with the place', async (_what, error, code) => {
  const told = await guardedPostgres('db（mingheng）', async () => Promise.reject(error))
  expect(told).toMatchObject({ ok: false, refusal: { code, message: expect.stringContaining('“db（mingheng）”') } })
})

test.each(['23505', '42601', '42P01'])('%s is a bug, and thrown on', async (code) => {
  await expect(guardedPostgres('db', async () => Promise.reject(coded(code)))).rejects.toThrow('as it says')
})
