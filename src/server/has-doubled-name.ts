/**
 * Whether an object in this JSON, which parses, names a field twice. Which of the two counts is left to each reader, so a
 * proxy that checks one and a server that takes the other would not have checked at all.
 */
export function hasDoubledName(json: string): boolean {
  const open: (Set<string> | null)[] = []
  let text = ''
  for (const [token] of json.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]:]/g)) {
    switch (token) {
      case '{':
        open.push(new Set())
        break
      case '[':
        open.push(null)
        break
      case '}':
      case ']':
        open.pop()
        break
      case ':': {
        const name = JSON.parse(text) as string
        const names = open.at(-1)
        if (names?.has(name)) return true
        names?.add(name)
        break
      }
      default:
        text = token
    }
  }
  return false
}
