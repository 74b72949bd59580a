import { Button, Form, Input } from 'antd'
import { useAsk } from '../../../client/use-ask.ts'
import { useText } from '../../../text/language.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { minuteOf } from '../figures.ts'
import { draftOf, type Draft } from './draft.ts'
import type { ConfirmedProfile } from './fitting-profiles.ts'
import { importText } from './import-text.ts'

interface Said {
  readonly source: string
  readonly title: string
}

/** Profiles confirmed before come first; where none fits, or another is wanted, one is drafted from the file. */
export function ChooseProfile({
  fileId,
  name,
  fitting,
  sources,
  onProfile,
  onDraft,
}: {
  readonly fileId: string
  readonly name: string
  readonly fitting: readonly ConfirmedProfile[]
  readonly sources: readonly string[]
  readonly onProfile: (profileId: string) => void
  readonly onDraft: (draft: Draft) => void
}) {
  const text = useText(importText)
  const guess = useAsk('guessProfile')
  const draft = async ({ source, title }: Said) => {
    const [own, named] = [source.trim(), title.trim()]
    const query = { profileId: idOf(own, name), title: named, source: own }
    const told = await guess.send({ params: { fileId }, query })
    if (told === null || !told.ok) return
    const { profile, open } = told.value
    onDraft(draftOf({ ...profile, id: idOf(own, profile.dataSet) }, open))
  }
  return (
    <section className="rec-part" aria-labelledby="rec-profile">
      <div className="sec-head">
        <h2 id="rec-profile">{text.profileTitle}</h2>
      </div>
      <p className="lead">{text.profileLead}</p>
      {fitting.length === 0 ? (
        <p>{text.noFitting}</p>
      ) : (
        <>
          <h3>{text.fitting}</h3>
          <ul className="rec-profiles">
            {fitting.map(({ profile, at }) => (
              <li key={profile.id}>
                <div>
                  <b>{profile.title}</b> <code>{profile.id}</code>
                  <div className="cap">{text.confirmedAt(minuteOf(at))}</div>
                </div>
                <Button type="primary" onClick={() => onProfile(profile.id)}>
                  {text.useProfile}
                </Button>
              </li>
            ))}
          </ul>
          <h3>{text.draftNew}</h3>
        </>
      )}
      {guess.problem === null ? null : <ProblemNotice problem={guess.problem} />}
      <Form<Said>
        layout="vertical"
        className="rec-said"
        requiredMark={false}
        onFinish={(said) => void draft(said)}
        initialValues={{ source: '', title: name.replace(/\.[^.]*$/, '') }}
      >
        <Form.Item
          name="source"
          label={text.sourceLabel}
          extra={text.sourceHint}
          rules={[{ required: true, pattern: /^[^\p{Z}\p{Cc}:/@]{1,60}$/u, message: text.sourceHint }]}
        >
          <Input list="rec-sources" />
        </Form.Item>
        <datalist id="rec-sources">
          {sources.map((source) => (
            <option key={source} value={source} />
          ))}
        </datalist>
        <Form.Item
          name="title"
          label={text.titleLabel}
          extra={text.titleHint}
          rules={[{ required: true, whitespace: true, message: text.titleHint }]}
        >
          <Input maxLength={200} />
        </Form.Item>
        <Button htmlType="submit" type={fitting.length === 0 ? 'primary' : 'default'} loading={guess.isAsking}>
          {text.guess}
        </Button>
        {guess.isAsking ? <span className="cap rec-beside">{text.guessing}</span> : null}
      </Form>
    </section>
  )
}

/** One source and one kind of data are one profile unless a person says otherwise. */
function idOf(source: string, dataSet: string): string {
  return `${source}-${dataSet}`.replaceAll(/[\s/]/g, '').slice(0, 100)
}
