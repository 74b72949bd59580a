/** What Excel takes: at most 31 signs, none of \ / ? * [ ] :, no apostrophe at an end, none twice whatever the case. */
export function sheetNames(): (wished: string) => string {
  const taken = new Set<string>(['history'])
  return (wished) => {
    const valid = cut(wished.replace(/[\\/?*[\]:\p{Cc}]/gu, ' ').replace(/^['\s]+|['\s]+$/gu, ''), 31) || '表'
    let name = valid
    for (let again = 2; taken.has(name.toLowerCase()); again++) {
      const mark = `（${again}）`
      name = `${cut(valid, 31 - mark.length)}${mark}`
    }
    taken.add(name.toLowerCase())
    return name
  }
}

/** A sign outside of the first plane is two of Excel's, and never half of one. */
function cut(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, length).replace(/[\uD800-\uDBFF]$/u, '')
}
