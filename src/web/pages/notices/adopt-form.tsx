import { Button, Form, Input } from 'antd'
import type { Digest } from '../../../core/ledger/chain.ts'
import type { AskedCorrection } from '../../../core/rubric/correction.ts'
import { allClauses } from '../../../core/rubric/find-clause.ts'
import { useAct } from '../../client/use-act.ts'
import { useText } from '../../text/language.tsx'
import { useSay } from '../../ui/live-news.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import type { Compiled } from './compiled.ts'
import { correctionText } from './correction/correction-text.ts'
import { noticesText } from './notices-text.ts'
import { parseRubricName } from './rubric-name.ts'

export interface Adopted {
  readonly rubricDigest: Digest
  readonly title: string
}

/** The server compiles the text again and keeps that: what is shown here is only what it will be. */
export function AdoptForm({
  source,
  name,
  compiled: { rubric, faults, refusals },
  corrections,
  onAdopted,
}: {
  readonly source: string
  readonly name: string
  readonly compiled: Compiled
  readonly corrections: readonly AskedCorrection[]
  readonly onAdopted: (adopted: Adopted) => void
}) {
  const text = useText(noticesText)
  const said = useText(correctionText)
  const say = useSay()
  const { send, isSending, problem } = useAct('adoptRubric')
  const clauses = allClauses(rubric).length
  if (clauses === 0 || faults.length > 0) return null
  const adopt = async (given: string) => {
    const rubricId = parseRubricName(given)
    if (rubricId === null) return
    const told = await send({ body: { rubricId, notice: source, ...(corrections.length === 0 ? {} : { corrections }) } })
    if (!told.ok) return
    say(text.adopted)
    onAdopted({ rubricDigest: told.value.rubricDigest, title: told.value.title })
  }
  return (
    <Form
      layout="vertical"
      className="notices-adopt"
      initialValues={{ name }}
      onFinish={(fields: { readonly name: string }) => void adopt(fields.name)}
    >
      <Form.Item
        name="name"
        label={text.rubricName}
        extra={text.rubricNameHint}
        rules={[
          {
            validator: async (_, given: string) => {
              if (parseRubricName(given ?? '') === null) throw new Error(text.rubricNameWrong)
            },
          },
        ]}
      >
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <p className="cap">
        {text.adoptWhat(clauses, rubric.questions.length)}
        {corrections.length === 0 ? null : said.count(corrections.length)}
      </p>
      {refusals.length === 0 ? null : <p className="cap">{said.adoptFirst}</p>}
      {problem === null ? null : <ProblemNotice problem={problem} />}
      <Button type="primary" htmlType="submit" loading={isSending} disabled={refusals.length > 0}>
        {text.adopt}
      </Button>
    </Form>
  )
}
