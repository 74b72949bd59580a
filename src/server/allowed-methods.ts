import type { Route } from './route.ts'

/** The methods that an address takes; none where there is no such address. */
export function allowedMethods(routes: readonly Route[], url: string): readonly string[] {
  const path = url.split('?')[0] ?? ''
  return routes.filter(({ contract }) => patternOf(contract.path).test(path)).map(({ contract }) => contract.method)
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`)
}
