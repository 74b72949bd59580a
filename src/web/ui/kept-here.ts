/** What this device keeps for a person: drafts, saved views. It may be full, or forbidden: then nothing is kept, and nothing fails. */
function keptHere(name: string): string | null {
  try {
    return localStorage.getItem(`mingheng.${name}`)
  } catch {
    return null
  }
}

/** Null forgets it. Answers whether it is kept. */
export function keepHere(name: string, value: string | null): boolean {
  try {
    if (value === null) localStorage.removeItem(`mingheng.${name}`)
    else localStorage.setItem(`mingheng.${name}`, value)
    return true
  } catch {
    return false
  }
}

/** Null where nothing is kept or what is kept is of another shape. */
export function keptValue<Value>(name: string, isValue: (value: unknown) => value is Value): Value | null {
  try {
    const value: unknown = JSON.parse(keptHere(name) ?? 'null')
    return isValue(value) ? value : null
  } catch {
    return null
  }
}
