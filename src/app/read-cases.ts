import { readCase } from '../core/notice/read-case.ts'
import type { LineSource } from './ports/lines.ts'
import { failed, answered, type Answer } from './problem.ts'

/** One line of the answer: what was read from the case of the same id. */
export interface ReadLine {
  readonly id: string | number
  readonly effects: ReturnType<typeof readCase>['effects']
  readonly questions: ReturnType<typeof readCase>['questions']
}

/**
 * Reads cases of the labelled corpus, one JSON object a line, and gives an answer for every line that is not blank: a
 * line that is damaged costs only itself.
 */
export async function* readCases(source: LineSource): AsyncGenerator<Answer<ReadLine>> {
  let line = 0
  for await (const text of source.lines()) {
    line += 1
    const bare = line === 1 ? text.replace(/^\uFEFF/u, '') : text
    if (bare.trim() !== '') yield readLine(bare, line)
  }
}

function readLine(source: string, line: number): Answer<ReadLine> {
  const broken = (detail: string) => failed({ code: 'case-damaged', line, detail })
  const given = parseObject(source)
  if (given === null) return broken('不是完整的 JSON 对象')
  const { id, text, context } = given
  if (typeof id !== 'string' && typeof id !== 'number') return broken('缺少 id（文字或数字）')
  if (typeof text !== 'string') return broken(`${id} 缺少 text（要读的句子）`)
  const around = context ?? {}
  if (!isRecord(around)) return broken(`${id} 的 context 不是 JSON 对象`)
  const wrong = CONTEXT_FIELDS.find((name) => !isTextOrNull(around[name] ?? null))
  if (wrong !== undefined) return broken(`${id} 的 context.${wrong} 不是文字或 null`)
  const [section, sectionPoints, itemPoints, neighbour] = CONTEXT_FIELDS.map((name) => textOrNull(around[name]))
  const reading = readCase(text, {
    section: section ?? null,
    sectionPoints: sectionPoints ?? null,
    itemPoints: itemPoints ?? null,
    neighbour: neighbour ?? null,
  })
  return answered({ id, effects: reading.effects, questions: reading.questions })
}

const CONTEXT_FIELDS = ['section', 'sectionPoints', 'itemPoints', 'neighbour'] as const

function parseObject(source: string): Readonly<Record<string, unknown>> | null {
  try {
    const value = JSON.parse(source) as unknown
    return isRecord(value) ? value : null
  } catch {
    return null
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isTextOrNull(value: unknown): boolean {
  return value === null || typeof value === 'string'
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
