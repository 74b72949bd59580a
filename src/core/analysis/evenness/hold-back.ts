import { compareChance, type Chance } from './chance.ts'

/**
 * Holm's correction: the rarest of many chances is multiplied by how many were asked, the next by one less, and none comes out
 * rarer than the one before it. In the order given; exact.
 */
export function holdBack(chances: readonly Chance[]): Chance[] {
  const order = chances.map((chance, at) => ({ chance, at })).sort((a, b) => compareChance(a.chance, b.chance))
  const held = [...chances]
  let before: Chance | null = null
  order.forEach(({ chance, at }, place) => {
    const times = BigInt(chances.length - place)
    const raised = { ...chance, favorable: atMost(chance.favorable * times, chance.total) }
    const kept: Chance = before !== null && compareChance(raised, before) < 0 ? before : raised
    held[at] = kept
    before = kept
  })
  return held
}

function atMost(number: bigint, most: bigint): bigint {
  return number > most ? most : number
}
