import { expect, test } from 'vitest'
import { DETECTION_REFUSALS } from './detection-refusals.ts'

test.each(Object.entries(DETECTION_REFUSALS))('%s says what was found and what to do', (_code, say) => {
  const facts = Array.from({ length: say.length }, (_, place) => `请看${place}`)
  const tell: (...facts: string[]) => string = say
  const message = tell(...facts)
  expect(message).toMatch(/请/u)
  for (const fact of facts) expect(message).toContain(fact)
})
