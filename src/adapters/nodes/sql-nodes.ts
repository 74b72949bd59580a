import { areApart, NODE_KNOWLEDGE, type KeptApart, type KnownNode, type NodeStore } from '../../app/ports/node-store.ts'
import { parseTimestamp, type Timestamp } from '../../core/kernel/timestamp.ts'
import { corruption } from '../sql/corruption.ts'
import { integerOf, textOf, type SqlRow } from '../sql/row.ts'
import { command, query, type SqlDatabase } from '../sql/sql-database.ts'

const ALL = query('SELECT * FROM node ORDER BY started_at, node_id', nodeOf)
const JOIN = command(
  `INSERT INTO node (node_id, name, version, address, started_at, keeps, knows, beats, beat_at) VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?)`,
)
const BEAT = command('UPDATE node SET beats = beats + 1, beat_at = ? WHERE node_id = ?')
const LEAVE = command('DELETE FROM node WHERE node_id = ?')
const FORGET = command('DELETE FROM node WHERE node_id = ? AND beats = ?')

/** The nodes of a database: they serve all its districts, so no tenant stands in their table. */
export function sqlNodes(database: SqlDatabase): NodeStore {
  return {
    join: ({ nodeId, name, version, address, startedAt, keeps, knows }) =>
      database.change(async (sql) => {
        const from = (await sql.all(ALL)).find((other) => areApart(other, { keeps }))
        if (from !== undefined) return { kind: 'apart', from }
        await sql.run(JOIN, nodeId, name, version, address, startedAt, keeps.join(' '), knows.join(' '), startedAt)
        return { kind: 'joined' }
      }),
    beat: (nodeId, at) => database.ask(async (sql) => (await sql.run(BEAT, at, nodeId)) === 1),
    nodes: () => database.ask((sql) => sql.all(ALL)),
    forget: (nodeId, beats) =>
      database.ask(
        async (sql) => (beats === null ? await sql.run(LEAVE, nodeId) : await sql.run(FORGET, nodeId, beats)) === 1,
      ),
  }
}

function nodeOf(row: SqlRow): KnownNode {
  return {
    nodeId: textOf(row, 'node_id'),
    name: textOf(row, 'name'),
    version: textOf(row, 'version'),
    address: textOf(row, 'address'),
    startedAt: timeOf(row, 'started_at'),
    keeps: textOf(row, 'keeps').split(' ').filter(isKept),
    knows: NODE_KNOWLEDGE.filter((what) => textOf(row, 'knows').split(' ').includes(what)),
    beats: integerOf(row, 'beats'),
    beatAt: timeOf(row, 'beat_at'),
  }
}

const KEPT: readonly string[] = ['evidence', 'record-files', 'records'] satisfies readonly KeptApart[]

/** What a newer version keeps as well is not known here, and none of ours. */
function isKept(name: string): name is KeptApart {
  return KEPT.includes(name)
}

function timeOf(row: SqlRow, column: string): Timestamp {
  const time = parseTimestamp(textOf(row, column))
  if (time === null) throw corruption(`column ${column} is no time`)
  return time
}
