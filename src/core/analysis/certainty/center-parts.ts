import type { CenterCase } from '../../scoring/center-case.ts'
import { questionsByGroup } from '../../scoring/tangled-questions.ts'
import type { World } from '../../scoring/world.ts'
import { bindingSections } from './binding-sections.ts'

/**
 * Clauses and sections of a center whose points depend on each other: whatever is decided or read elsewhere, the total
 * is a constant plus the scores of its parts. So each part is tried by itself, and not all of them with all.
 */
export interface Part {
  /** Whether it is the whole total: a veto takes whatever there is. */
  readonly isWhole: boolean
  /** Sections counted as a whole, because something in them may be held by a ceiling or a floor. */
  readonly sections: readonly number[]
  /** Clauses that simply add to their section. */
  readonly clauses: readonly number[]
  /** Places of groups, and of the open questions, that can move it. */
  readonly groups: readonly number[]
  readonly questions: readonly number[]
}

/** Only those in which something is open: a claim, a question, or an absence bonus. */
export function partsOf(center: CenterCase): Part[] {
  const { plan, claimsByClause, groups } = center
  const count = plan.clauses.length
  const joined = disjoint(count + plan.sections.length)
  const isBinding = bindingSections(center)
  for (const { index, sectionIndex } of plan.clauses)
    if (isBinding[sectionIndex]) joined.join(index, count + sectionIndex)
  for (const { sections } of plan.pools)
    for (const section of sections)
      if (isBinding[section]) joined.join(count + section, count + (sections[0] ?? section))
  for (const { claims } of [...groups, ...center.runningGroups])
    for (const { clause } of claims) joined.join(clause.index, claims[0]?.clause.index ?? clause.index)
  for (const { clause, breakers } of plan.absences)
    for (const breaking of breakers)
      for (const index of breaking) if (center.claimsAt[index] !== undefined) joined.join(clause.index, index)
  const isWhole = claimsByClause.some(({ clause }) => clause.isVeto)
  if (isWhole) for (let node = 1; node < count + plan.sections.length; node += 1) joined.join(0, node)
  const parts = new Map<
    number,
    { sections: Set<number>; clauses: Set<number>; groups: number[]; questions: Set<number> }
  >()
  const partAt = (node: number) => {
    const root = joined.rootOf(node)
    const part = parts.get(root) ?? { sections: new Set(), clauses: new Set(), groups: [], questions: new Set() }
    parts.set(root, part)
    return part
  }
  for (const { clause } of claimsByClause) partAt(clause.index)
  for (const { clause } of plan.absences) partAt(clause.index)
  for (const [question, nodes] of questionNodes(center, isBinding))
    for (const node of nodes) partAt(node).questions.add(question)
  plan.clauses.forEach(({ index, sectionIndex }) => {
    if (!isBinding[sectionIndex]) parts.get(joined.rootOf(index))?.clauses.add(index)
  })
  plan.sections.forEach((_, at) => {
    if (isBinding[at]) parts.get(joined.rootOf(count + at))?.sections.add(at)
  })
  groups.forEach(({ claims }, at) => {
    parts.get(joined.rootOf(claims[0]?.clause.index ?? 0))?.groups.push(at)
  })
  return [...parts.values()].map((part) => ({
    isWhole,
    sections: [...part.sections],
    clauses: [...part.clauses],
    groups: part.groups,
    questions: [...part.questions].sort((one, other) => one - other),
  }))
}

/** What the part comes to in a world, in signed hundredths. */
export function partScore({ isWhole, sections, clauses }: Part, world: World): number {
  if (isWhole) return world.total
  let sum = 0
  for (const section of sections) sum += world.scores[section] ?? 0
  for (const clause of clauses) sum += world.clauseEffects[clause] ?? 0
  return sum
}

/** Of each open question what it can move here: clauses by their place, sections after them. */
function questionNodes(center: CenterCase, isBinding: readonly boolean[]): [question: number, nodes: number[]][] {
  const { plan, groups } = center
  const count = plan.clauses.length
  const nodes = plan.questions.map((): number[] => [])
  questionsByGroup(center, () => true).forEach((questions, at) => {
    for (const question of questions) nodes[question]?.push(groups[at]?.claims[0]?.clause.index ?? 0)
  })
  plan.questions.forEach(({ options }, question) => {
    const kinds = new Set(options.map(({ kind }) => kind))
    const own = nodes[question] ?? []
    const touched = plan.touched[question]
    if (kinds.has('breaks'))
      for (const absence of plan.absences) if (absence.question === question) own.push(absence.clause.index)
    if (kinds.has('floor')) for (const at of touched?.sections ?? []) if (isBinding[at]) own.push(count + at)
    if (kinds.has('unpointed'))
      for (const pool of plan.pools)
        if (pool.question === question) for (const at of pool.sections) if (isBinding[at]) own.push(count + at)
    if ([...kinds].every((kind) => KINDS_ELSEWHERE.has(kind))) return
    for (const index of touched?.clauses ?? [])
      if (center.claimsAt[index] !== undefined || (center.plainCounts[index] ?? 0) > 0) own.push(index)
  })
  return nodes.map((own, question) => [question, own])
}

/** What moves no clause by itself: how claims meet, what breaks an absence bonus, what holds sections. */
const KINDS_ELSEWHERE: ReadonlySet<string> = new Set(['sharing', 'escalation', 'breaks', 'floor', 'unpointed', 'none'])

function disjoint(count: number) {
  const parents = Array.from({ length: count }, (_, at) => at)
  const rootOf = (node: number): number => {
    let root = node
    while (parents[root] !== root) root = parents[root] ?? root
    parents[node] = root
    return root
  }
  return {
    rootOf,
    join: (one: number, other: number) => {
      parents[rootOf(one)] = rootOf(other)
    },
  }
}
