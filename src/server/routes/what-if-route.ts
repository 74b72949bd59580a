import { whatIf } from '../../api/routes/what-if.ts'
import { whatIf as supposed, type ToldNumbers, type ToldScenario } from '../../app/analyzing/what-if.ts'
import { replied } from '../replied.ts'
import { answer, route } from '../route.ts'

export const whatIfRoute = route(whatIf, async ({ params, query, asker }, { office }) => {
  const told = await supposed(office, asker.actor, params.assessmentId, query.scenario, query.beside ?? null)
  return replied(told, ({ seq, scenario, beside, between }) =>
    answer({
      seq,
      scenario: scenarioOf(scenario),
      beside: beside && scenarioOf(beside),
      between: between && numbersOf(between),
    }),
  )
})

function scenarioOf(told: ToldScenario) {
  return { ...told, ...numbersOf(told), suppositions: [...told.suppositions] }
}

function numbersOf<Told extends ToldNumbers>(told: Told) {
  return { ...told, numbers: [...told.numbers], places: [...told.places] }
}
