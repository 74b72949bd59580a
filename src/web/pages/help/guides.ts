/** Who there is a guide for, in the order in which they are listed. */
export const GUIDES = [
  'administrator',
  'clerk',
  'inspector',
  'assessor',
  'reviewer',
  'center',
  'leader',
  'auditor',
  'observer',
  'public',
] as const

export type Guide = (typeof GUIDES)[number]

/** What an analysis asks and how it reckons, with a worked example: by the name of its tab. */
export const CHAPTERS = ['what-if', 'certainty', 'evenness', 'sampling', 'next-year'] as const

export type Chapter = (typeof CHAPTERS)[number]

export function isChapter(name: string): name is Chapter {
  return (CHAPTERS as readonly string[]).includes(name)
}

export function isGuide(name: string): name is Guide {
  return (GUIDES as readonly string[]).includes(name)
}

/** The guide of the first role that a person has; of the public for who has none. */
export function guideOf(roles: readonly string[]): Guide {
  return roles.find(isGuide) ?? 'public'
}
