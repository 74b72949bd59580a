import { expect, test } from 'vitest'
import { integerOf, textOf } from '../../src/adapters/sql/row.ts'
import { command, query, type SqlDatabase } from '../../src/adapters/sql/sql-database.ts'
import { corruption } from '../../src/adapters/sql/corruption.ts'

/** One table that every engine takes: `CREATE TABLE account (tenant_id, name, amount)`, keyed by the first two. */
const ADD = command('INSERT INTO account (tenant_id, name, amount) VALUES (?, ?, ?)')
const SET = command('UPDATE account SET amount = ? WHERE tenant_id = ? AND name = ?')
const AMOUNT = query('SELECT amount FROM account WHERE tenant_id = ? AND name = ?', (row) => integerOf(row, 'amount'))
const NAMES = query('SELECT name FROM account WHERE tenant_id = ? ORDER BY name', (row) => textOf(row, 'name'))

export function sqlDatabaseConformance(engine: string, open: () => Promise<SqlDatabase>): void {
  const ok = (value: unknown) => ({ ok: true, value })

  test(`${engine}: what is written is read, in the order of its bytes`, async () => {
    const database = await open()
    for (const name of ['b', 'A', '乙', 'a', '甲', 'é'])
      expect(await database.ask((sql) => sql.run(ADD, 'd1', name, 2 ** 53 - 1))).toEqual(ok(1))
    expect(await database.ask((sql) => sql.all(NAMES, 'd1'))).toEqual(ok(['A', 'a', 'b', 'é', '乙', '甲']))
    expect(await database.ask((sql) => sql.get(AMOUNT, 'd1', '乙'))).toEqual(ok(2 ** 53 - 1))
    expect(await database.ask((sql) => sql.get(AMOUNT, 'd2', '乙'))).toEqual(ok(null))
  })

  test(`${engine}: a change that throws leaves nothing`, async () => {
    const database = await open()
    const bug = new Error('a bug')
    const failing = database.change(async (sql) => {
      await sql.run(ADD, 'd1', 'a', 1)
      throw bug
    })
    await expect(failing).rejects.toBe(bug)
    expect(await database.ask((sql) => sql.all(NAMES, 'd1'))).toEqual(ok([]))
  })

  test(`${engine}: changes at once are as if one came after another`, async () => {
    const database = await open()
    await database.ask((sql) => sql.run(ADD, 'd1', 'a', 0))
    const add = () =>
      database.change(async (sql) => {
        const amount = (await sql.get(AMOUNT, 'd1', 'a')) ?? 0
        return sql.run(SET, amount + 1, 'd1', 'a')
      })
    expect(await Promise.all(Array.from({ length: 8 }, add))).toEqual(Array.from({ length: 8 }, () => ok(1)))
    expect(await database.ask((sql) => sql.get(AMOUNT, 'd1', 'a'))).toEqual(ok(8))
  })

  test(`${engine}: a key that is taken is known from other troubles`, async () => {
    const database = await open()
    await database.ask((sql) => sql.run(ADD, 'd1', 'a', 1))
    const again = await database.ask((sql) => sql.run(ADD, 'd1', 'a', 1)).catch((error: unknown) => error)
    expect(database.isConstraintError(again)).toBe(true)
    expect(database.isConstraintError(new Error('another'))).toBe(false)
  })

  test(`${engine}: a row that is read as damaged is told with what it was of`, async () => {
    const database = await open()
    await database.ask((sql) => sql.run(ADD, 'd1', 'a', 1))
    const damaged = query('SELECT name FROM account WHERE tenant_id = ?', () => {
      throw corruption('校验和不符')
    })
    expect(await database.ask((sql) => sql.all(damaged, 'd1'), '甲：')).toMatchObject({
      ok: false,
      refusal: { code: 'store-corrupted', message: expect.stringContaining('甲：校验和不符') },
    })
  })

  test(`${engine}: values that are missing or cannot be stored are bugs`, async () => {
    const database = await open()
    await expect(database.ask((sql) => sql.run(ADD, 'd1', 'a'))).rejects.toThrow('3 values expected, 2 given')
    await expect(database.ask((sql) => sql.run(ADD, 'd1', 'a', 0.5))).rejects.toThrow('not a value to store')
  })
}
