/**
 * A map over another that stays as it is: what is set here is seen here only. Looking up and setting cost what they cost
 * in a map; walking it makes a copy. Nothing can be taken out.
 */
export function layeredMap<Key, Value>(base: ReadonlyMap<Key, Value>): Map<Key, Value> {
  const own = new Map<Key, Value>()
  const whole = () => new Map([...base, ...own])
  const layered: Map<Key, Value> = {
    get: (key) => (own.has(key) ? own.get(key) : base.get(key)),
    has: (key) => own.has(key) || base.has(key),
    set: (key, value) => {
      own.set(key, value)
      return layered
    },
    delete: refuse,
    clear: refuse,
    get size() {
      return whole().size
    },
    keys: () => whole().keys(),
    values: () => whole().values(),
    entries: () => whole().entries(),
    forEach: (take) => {
      for (const [key, value] of whole()) take(value, key, layered)
    },
    [Symbol.iterator]: () => whole()[Symbol.iterator](),
    [Symbol.toStringTag]: 'Map',
  }
  return layered
}

function refuse(): never {
  throw new Error('a layered map only grows')
}
