import { changedInWords } from '../../core/analysis/what-if/changed-in-words.ts'
import type { ChangedNumber } from '../../core/analysis/changed-numbers.ts'
import type {
  Place,
  PlaceChange,
  ScenarioOutcome,
  ScenariosCompared,
} from '../../core/analysis/what-if/compare-scenario.ts'
import { printScenario, type Scenario } from '../../core/analysis/what-if/scenario.ts'
import { formatPoints } from '../../core/kernel/points.ts'
import type { Rubric } from '../../core/rubric/rubric.ts'
import { table, type Cell, type Column } from '../text/table.ts'
import { hanging, heavyRule, lightRule, type Page } from './page.ts'

/** What was supposed, the answer in a sentence, where centers would stand, and every number that changes. */
export function whatIfPage(rubric: Rubric, scenario: Scenario, outcome: ScenarioOutcome, page: Page): string[] {
  const { sentences, lead, numbers, places, unchangedCenters, unchangedSections } = outcome
  return [
    heavyRule(page),
    ...hanging('', `设想${scenario.name === '' ? '' : `：${scenario.name}`}`, page, 0, { text: page.ink.strong }),
    ...sentences.flatMap((sentence, place) => hanging(`${place + 1}. `, sentence, page, 0)),
    heavyRule(page),
    ...hanging('', lead, page, 0, { text: page.ink.strong }),
    ...placeLines(places.filter(isMoved), page),
    ...numberLines(rubric, numbers, page),
    '',
    ...hanging('', unchangedText(unchangedCenters, unchangedSections), page, 0, { text: page.ink.faint }),
    ...hanging('', `方案：${printScenario(scenario)}`, page, 0, { text: page.ink.faint }),
  ]
}

/** Two scenarios, each in its sentence, and the numbers in which they differ. */
export function besidePage(
  rubric: Rubric,
  [one, other]: readonly [Scenario, Scenario],
  compared: ScenariosCompared,
  page: Page,
): string[] {
  const each = (scenario: Scenario, outcome: ScenarioOutcome) => [
    ...hanging('', `方案：${printScenario(scenario)}`, page, 0, { text: page.ink.strong }),
    ...outcome.sentences.flatMap((sentence, place) => hanging(`${place + 1}. `, sentence, page, 0)),
    ...hanging('', outcome.lead, page, 0),
    '',
  ]
  const { between } = compared
  return [
    heavyRule(page),
    ...each(one, compared.one),
    ...each(other, compared.other),
    heavyRule(page),
    ...hanging('', between.lead, page, 0, { text: page.ink.strong }),
    ...placeLines(between.places.filter(isMoved), page),
    ...numberLines(rubric, between.numbers, page),
  ]
}

function isMoved({ before, after }: PlaceChange): boolean {
  return before.rank !== after.rank || before.isTied !== after.isTied || before.score !== after.score
}

const PLACES: readonly Column[] = [
  { title: '中心', align: 'left' },
  { title: '原名次', align: 'right' },
  { title: '名次', align: 'right' },
  { title: '原得分', align: 'right' },
  { title: '得分', align: 'right' },
]

function placeLines(places: readonly PlaceChange[], page: Page): string[] {
  if (places.length === 0) return []
  const { head, rows } = table(
    PLACES,
    places.map(({ centerName, before, after }): Cell[] => [
      { text: centerName },
      { text: rankText(before), paint: page.ink.faint },
      { text: rankText(after), paint: page.ink.strong },
      { text: formatPoints(before.score), paint: page.ink.faint },
      { text: formatPoints(after.score), paint: page.ink.strong },
    ]),
  )
  return ['', page.ink.faint(head), lightRule(page), ...rows]
}

function rankText({ rank, isTied }: Place): string {
  return isTied ? `并列${rank}` : String(rank)
}

const NUMBERS: readonly Column[] = [
  { title: '中心', align: 'left' },
  { title: '变动的数', align: 'left' },
  { title: '原', align: 'right' },
  { title: '现', align: 'right' },
]

function numberLines(rubric: Rubric, numbers: readonly ChangedNumber[], page: Page): string[] {
  const told = numbers.filter(({ what }) => what !== 'rank' && what !== 'total')
  if (told.length === 0) return []
  const { head, rows } = table(
    NUMBERS,
    told.map((number): Cell[] => {
      const { center, name, before, after } = changedInWords(rubric, number)
      return [
        { text: center },
        { text: name },
        { text: before, paint: page.ink.faint },
        { text: after, paint: page.ink.strong },
      ]
    }),
  )
  return ['', page.ink.faint(head), lightRule(page), ...rows]
}

function unchangedText(centers: number, sections: number): string {
  return `没有变动：${centers}个中心的所有得分和名次，得分变动的中心的其他${sections}个部分。`
}
