import { lazy, type ComponentType } from 'react'
import type { Chapter } from '../help/guides.ts'

/** One question that is asked of a year: its tab, by the name in its address and of its chapter in the help, and what is shown there. */
export interface Topic {
  readonly name: Chapter
  readonly Tab: ComponentType
}

/** In the order of the tabs. Each is loaded when it is first opened. */
export const TOPICS: readonly Topic[] = [
  { name: 'what-if', Tab: tabOf(async () => (await import('./what-if/what-if-tab.tsx')).WhatIfTab) },
  { name: 'certainty', Tab: tabOf(async () => (await import('./certainty/certainty-tab.tsx')).CertaintyTab) },
  { name: 'evenness', Tab: tabOf(async () => (await import('./evenness/evenness-tab.tsx')).EvennessTab) },
  { name: 'sampling', Tab: tabOf(async () => (await import('./sampling/sampling-tab.tsx')).SamplingTab) },
  { name: 'next-year', Tab: tabOf(async () => (await import('./next-year/next-year-tab.tsx')).NextYearTab) },
]

/** A tab from the file that holds it. */
function tabOf(load: () => Promise<ComponentType>): ComponentType {
  return lazy(async () => ({ default: await load() }))
}
