import { Type } from '@sinclair/typebox'
import { orNull } from './acting-shapes.ts'
import { centerIdShape } from './id-shapes.ts'
import { countShape, shape, signedPointsShape } from './plain-shapes.ts'
import { changedNumbersFields } from './reading-shapes.ts'

export const scenarioShape = Type.String({
  maxLength: 6_000,
  description:
    '方案：名称、竖线，然后是用分号隔开的设想，如“申诉成立|12:reversed;price:3.4.1:2”；也可写“12 撤销；改价 3.4.1 2”。写法见 mingheng analyze what-if --help',
})

const placeShape = shape({ rank: countShape, isTied: Type.Boolean(), score: signedPointsShape })

const toldNumbersFields = {
  lead: Type.String({ description: '一句话的结论' }),
  places: Type.Array(
    shape({ centerId: centerIdShape, centerName: Type.String(), before: placeShape, after: placeShape }),
    { description: '各中心的名次和得分，按现在的名次' },
  ),
  ...changedNumbersFields,
  unlisted: Type.Integer({ minimum: 0, description: '另有多少个问题和加分申报的数变动而没有列出；文件里全部列出' }),
}

const toldNumbersShape = shape(toldNumbersFields)

const toldScenarioShape = shape({
  name: Type.String(),
  text: Type.String({ description: '方案写成一行，可以放进地址' }),
  suppositions: Type.Array(shape({ text: Type.String(), sentence: Type.String() })),
  ...toldNumbersFields,
})

export const whatIfFields = {
  seq: countShape,
  scenario: toldScenarioShape,
  beside: orNull(toldScenarioShape),
  between: orNull(toldNumbersShape),
}
