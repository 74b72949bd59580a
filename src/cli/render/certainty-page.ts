import type { Certainty } from '../../core/analysis/certainty/certainty.ts'
import { hanging, heavyRule, type Page } from './page.ts'

const INFLUENCES = 8

/** 把握 in a terminal: the answer, each center as a sentence, what to decide first, what is assumed. */
export function certaintyPage(certainty: Certainty, page: Page): string[] {
  const { lead, centers, influences, openMatters, idleMatters, assumptionSentences } = certainty
  const { ink } = page
  const rough = centers.filter(({ bounds }) => !bounds.isExact).length
  const exact =
    rough === 0
      ? '各中心的最好、最差名次都是精确的：办结的组合都算到了。'
      : `${rough}个中心的最好、最差名次只是外界：组合太多没有试完，只会比实际宽。`
  const numbered = (sentences: readonly string[]) =>
    sentences.flatMap((sentence, at) => hanging(`${at + 1}. `, sentence, page, 0))
  return [
    heavyRule(page),
    ...hanging('', lead, page, 0, { text: ink.strong }),
    ...titled(
      '各中心',
      centers.flatMap(({ sentence }) => hanging('· ', sentence, page, 0)),
      page,
    ),
    ...(centers.length === 0 ? [] : hanging('', exact, page, 0, { text: ink.faint })),
    ...titled(
      '先办哪一件',
      numbered(influences.slice(0, INFLUENCES).map(({ name, sentence }) => `${name}：${sentence}`)),
      page,
    ),
    ...hanging('', `共${openMatters}件未决事项，${idleMatters}件单独不动名次。`, page, 0, { text: ink.faint }),
    ...titled('可能性的假设', numbered(assumptionSentences.map((sentence) => `${sentence}。`)), page),
    heavyRule(page),
  ]
}

function titled(title: string, lines: readonly string[], { ink }: Page): string[] {
  return lines.length === 0 ? [] : ['', ink.strong(title), ...lines]
}
