import type { FactType } from '../../src/core/ledger/ledger-command.ts'
import type { LedgerRefusalCode } from '../../src/core/ledger/ledger-refusals.ts'
import { COMMAND_NAMES } from './command-names.ts'
import { explore, type Exploration, type Observation, type View } from './explore.ts'
import { lifeDiagram } from './life-diagram.ts'
import { generally, reasonIn } from './reason.ts'
import { commandRefusals, transitionRows, type TransitionRow } from './transition-rows.ts'
import { ASSESSMENT_TYPES, BONUS_TYPES, FINDING_TYPES, assessmentView, bonusView, findingView } from './views.ts'
import { whoMay } from './who.ts'

export interface Transitions {
  readonly rows: readonly TransitionRow[]
  readonly codes: ReadonlySet<LedgerRefusalCode>
  readonly page: string
}

/** Everything that the decisions let happen, found out by asking them, and the page that says so. */
export function transitions(): Transitions {
  const chapters = [
    chapter('一、考核', ASSESSMENT_TYPES, assessmentView),
    chapter('二、问题', FINDING_TYPES, findingView),
    chapter('三、加分', BONUS_TYPES, bonusView),
  ]
  const [assessment, finding, bonus] = chapters.map(chapterText)
  const diagram = lifeDiagram(chapters[1]?.rows ?? [], chapters[1]?.passed ?? [])
  const observed = chapters.flatMap((one) => one.observed)
  const page = [
    OPENING,
    assessment,
    finding?.replace('\n\n', `\n\n${FINDING_NOTE}\n\n\`\`\`mermaid\n${diagram}\n\`\`\`\n\n`),
    bonus,
    refusalTable(observed),
  ]
  return {
    rows: chapters.flatMap(({ rows }) => rows),
    codes: new Set(observed.flatMap(({ refusal }) => (refusal === null ? [] : [refusal.code]))),
    page: `${page.join('\n\n')}\n`,
  }
}

const OPENING = `# 办理流程表

本页由程序逐一试办得出（\`npm run transitions\`），不要手工修改：每一种能到达的状态，都把每一件事按合规的和不合规的写法各办一遍，
记下能办的和不能办的。程序改了而本页没有跟着改，测试不通过。

- **谁**：按岗位授权表。“限本中心”的只能办自己中心的事。
- **从、到**：办理前后的状态。“到”为“—”的，状态不变，只在台账上记一笔。
- **拒绝**：状态不对时的说法；填写不对的，见第四部分。考核没有开启的、已经定稿或公示的（重启以前），以及没有登记过的，一律不能办，各行不再重复。
- 没有另外注明的，周期结束前后、定稿之前都可以办。期限到了，状态自己会变：答复期内变为答复期满，申诉期内变为申诉期满。`

const FINDING_NOTE = `一件问题从登记到结论。整改与它并行，不影响得分。结论更正或变更以后，要重新送达，申诉期重新起算。申诉由没有参与认定的人复核。
疑点随记录更正或撤回：现有的不超出已告知的，中心的答复仍有效；超出或不同的，回到疑点，重新告知。已有结论的不随记录改变，只标记记录有变。`

interface Chapter {
  readonly title: string
  readonly types: readonly FactType[]
  readonly rows: readonly TransitionRow[]
  readonly observed: readonly Observation[]
  readonly passed: Exploration['passed']
}

function chapter(title: string, types: readonly FactType[], view: View): Chapter {
  const { observed: all, passed } = explore(view)
  const observed = all.filter(({ type }) => types.includes(type))
  return { title, types, observed, passed, rows: types.flatMap((type) => transitionRows(type, observed)) }
}

function chapterText({ title, types, rows, observed }: Chapter): string {
  const lines = rows.map((row, at) => {
    const isFirst = rows[at - 1]?.type !== row.type
    const { type } = row
    const from = fromText(row, observed)
    const cells = [isFirst ? `**${COMMAND_NAMES[type]}**` : '', isFirst ? whoMay(type) : '', from, toText(row)]
    return `| ${[...cells, isFirst ? refusalsText(type, observed) : ''].join(' | ')} |`
  })
  const unseen = types.filter((type) => !rows.some((row) => row.type === type))
  if (unseen.length > 0) throw new Error(`never taken: ${unseen.join()}`)
  return [`## ${title}\n`, '| 办理事项 | 谁 | 从 | 到 | 拒绝 |', '|---|---|---|---|---|', ...lines].join('\n')
}

const ANY_PHASE = ['周期结束前', '周期结束后']

function fromText(row: TransitionRow, observed: readonly Observation[]): string {
  const { stages, subjects, rectifications, isWhateverRectified } = row
  const isAnyPhase = subjects[0] !== '' && ANY_PHASE.every((phase) => stages.includes(phase))
  const parts = [
    subjectsText(subjects, observed),
    isWhateverRectified ? '' : `整改：${rectifications.join('或')}`,
    isAnyPhase ? '' : stages.join('；'),
  ]
  return parts.filter((part) => part !== '').join('。')
}

/** The situations, or, where those are fewer, the others. */
function subjectsText(subjects: readonly string[], observed: readonly Observation[]): string {
  const all = [...new Set(observed.map(({ from }) => from.subject))]
  const others = all.filter((subject) => subject !== UNTOUCHED && !subjects.includes(subject))
  const isMost = others.length > 0 && others.length < subjects.length - 2
  return isMost ? `除${others.join('、')}以外` : subjects.join('；')
}

/** Before there is a finding, nothing is to be done about it. */
const UNTOUCHED = '未登记'

function toText({ to }: TransitionRow): string {
  return to.length === 0 ? '—' : to.join('；')
}

/** Said once at the top, for they refuse everything. */
const SAID_ONCE: ReadonlySet<LedgerRefusalCode> = new Set([
  'assessment-not-open',
  'assessment-sealed',
  'finding-unknown',
  'bonus-unknown',
])

function refusalsText(type: FactType, observed: readonly Observation[]): string {
  const { ofState } = commandRefusals(type, observed)
  const reasons = ofState.filter((code) => !SAID_ONCE.has(code)).map((code) => reasonIn(messageOf(code, observed)))
  return reasons.length === 0 ? '—' : reasons.join('；')
}

function refusalTable(observed: readonly Observation[]): string {
  const codes = [...new Set(observed.flatMap(({ refusal }) => (refusal === null ? [] : [refusal.code])))].toSorted()
  const lines = codes.map((code) => {
    const types = new Set(observed.flatMap(({ type, refusal }) => (refusal?.code === code ? [type] : [])))
    const acts = [...types].map((type) => COMMAND_NAMES[type])
    const most = acts.length > 8 ? `${acts.slice(0, 6).join('、')}等${acts.length}项` : acts.join('、')
    return `| ${generally(messageOf(code, observed))} | ${most} | \`${code}\` |`
  })
  return ['## 四、拒绝时怎么说\n', '| 说明 | 出现在 | 代码 |', '|---|---|---|', ...lines].join('\n')
}

function messageOf(code: string, observed: readonly Observation[]): string {
  return observed.find(({ refusal }) => refusal?.code === code)?.refusal?.message ?? code
}
