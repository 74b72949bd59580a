/** A shape: a test with its Chinese name, a list of a shape, the fields of an object, or one shape for each `kind`. */
export type Shape =
  | Kind
  | { readonly listOf: Shape }
  | { readonly fields: Readonly<Record<string, Shape>> }
  | { readonly byKind: Readonly<Record<string, Readonly<Record<string, Shape>>>> }
export type Kind = readonly [expected: string, holds: (value: unknown) => boolean]

export interface ShapeFault {
  readonly place: string
  readonly expected: string
}

/** The first place where a value is not of the shape; null where it is. */
export function shapeFault(value: unknown, shape: Shape, place: string): ShapeFault | null {
  const here = place === '' ? '（整个文件）' : place
  if ('listOf' in shape) {
    if (!Array.isArray(value)) return { place: here, expected: '列表' }
    return firstFault(value.map((entry, index) => () => shapeFault(entry, shape.listOf, `${place}[${index}]`)))
  }
  if ('fields' in shape || 'byKind' in shape) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return { place: here, expected: '对象' }
    const given = value as Readonly<Record<string, unknown>>
    const within = (name: string) => (place === '' ? name : `${place}.${name}`)
    const fields = 'fields' in shape ? shape.fields : ownShape(shape.byKind, given['kind'])
    if (fields === undefined) {
      const kinds = 'byKind' in shape ? Object.keys(shape.byKind).join('、') : ''
      return { place: within('kind'), expected: `${kinds} 之一` }
    }
    return firstFault(
      Object.entries(fields).map(
        ([name, one]) =>
          () =>
            shapeFault(given[name], one, within(name)),
      ),
    )
  }
  const [expected, holds] = shape
  return holds(value) ? null : { place: here, expected }
}

function ownShape<Fields>(shapes: Readonly<Record<string, Fields>>, kind: unknown): Fields | undefined {
  return typeof kind === 'string' && Object.hasOwn(shapes, kind) ? shapes[kind] : undefined
}

function firstFault<Fault>(checks: readonly (() => Fault | null)[]): Fault | null {
  for (const check of checks) {
    const fault = check()
    if (fault !== null) return fault
  }
  return null
}
