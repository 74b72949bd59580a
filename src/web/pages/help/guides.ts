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
  'public',
] as const

export type Guide = (typeof GUIDES)[number]

export function isGuide(name: string): name is Guide {
  return (GUIDES as readonly string[]).includes(name)
}

/** The guide of the first role that a person has; of the public for who has none. */
export function guideOf(roles: readonly string[]): Guide {
  return roles.find(isGuide) ?? 'public'
}
