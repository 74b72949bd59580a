import { COMMAND_NAMES } from './command-names.ts'
import type { Exploration } from './explore.ts'
import type { TransitionRow } from './transition-rows.ts'

/** The finding's life as a Mermaid state diagram: one arrow between two situations, with all acts that lead there. */
export function lifeDiagram(rows: readonly TransitionRow[], passed: Exploration['passed']): string {
  const nodes = [...new Set(rows.flatMap(({ subjects, to }) => [...subjects, ...livesIn(to)]))].filter(
    (life) => life !== START,
  )
  const nameOf = (life: string) => (life === START ? '[*]' : `s${nodes.indexOf(life) + 1}`)
  const arrows = new Map<string, string[]>()
  for (const { type, subjects, to } of rows)
    for (const from of subjects)
      for (const life of livesIn(to)) {
        const arrow = `${nameOf(from)} --> ${nameOf(life)}`
        arrows.set(arrow, [...(arrows.get(arrow) ?? []), COMMAND_NAMES[type].replace('：', '')])
      }
  for (const { from, to } of passed) {
    const arrow = `${nameOf(from.subject)} --> ${nameOf(to.subject)}`
    arrows.set(arrow, ['（期满）'])
  }
  const ended = nodes.filter(
    (life) => !rows.some(({ subjects, to }) => subjects.includes(life) && livesIn(to).length > 0),
  )
  return [
    'stateDiagram-v2',
    ...nodes.map((life) => `  state "${life}" as ${nameOf(life)}`),
    ...[...arrows].map(([arrow, acts]) => `  ${arrow} : ${acts.join('、')}`),
    ...ended.map((life) => `  ${nameOf(life)} --> [*]`),
  ].join('\n')
}

const START = '未登记'

function livesIn(to: readonly string[]): string[] {
  return to.filter((change) => !change.startsWith('整改'))
}
