/** An amount with the words on both its sides, a day, or a count with its unit: what no line end may part. */
const KEPT =
  /(\p{Script=Han}[\d.]+(?:[-–][\d.]+)?\p{Script=Han}|\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2})?|\d+ \p{Script=Han})/u

/** Words in which amounts and days stay on one line. */
export function Unbroken({ words }: { readonly words: string }) {
  return keptApart(words).map((part, place) =>
    place % 2 === 1 ? (
      <span key={place} className="nw">
        {part}
      </span>
    ) : (
      part
    ),
  )
}

/** Every second piece is kept together. */
export function keptApart(words: string): readonly string[] {
  return words.split(KEPT)
}
