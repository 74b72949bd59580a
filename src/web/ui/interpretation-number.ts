/** How people call the office's answer to a question of the notice: K- and the question's place in the rubric, from 1. */
export function interpretationNumber(place: number): string {
  return `K-${String(place + 1).padStart(2, '0')}`
}
