import type { OfficialDocument } from '../../core/document/official-document.ts'
import { genesisOf, linkEvents } from '../../core/ledger/chain.ts'
import { interpretationsIn } from '../../core/ledger/interpretations-in.ts'
import { folderSource } from '../proof/folder-source.ts'
import type { FolderWish } from './folder-wish.ts'
import { interpretationRegister } from './interpretation-register.ts'
import { wholeLedger, type LedgerLine } from './whole-ledger.ts'

/** 台账 of an assessment folder, as it was known by the day asked for; people are called as the folder calls them. */
export function folderLedger(wish: FolderWish): OfficialDocument {
  const { rubric, state, events } = wish.scored
  const { genesis, entries, head } = chainOf(wish)
  return wholeLedger({
    rubric,
    state,
    lines: async function* () {
      for (const [at, { digest, previous }] of entries.entries()) {
        const event = events[at]
        if (event !== undefined) yield { event, digest, previous } satisfies LedgerLine
      }
    },
    genesis: genesis.digest,
    head,
    called: (personId) => personId,
    madeOn: wish.madeOn,
  })
}

/** 口径登记 of an assessment folder: what the office answered beforehand and in its ledger. */
export function folderRegister(wish: FolderWish): OfficialDocument {
  const { rubric, folder, events, clocks } = wish.scored
  const given = [...folder.interpretations, ...interpretationsIn(events)]
    .filter(({ decidedOn }) => decidedOn <= clocks.knownBy)
    .toSorted((one, other) => (one.decidedOn < other.decidedOn ? -1 : one.decidedOn > other.decidedOn ? 1 : 0))
    .map((answer) => ({ ...answer, decider: answer.decidedBy }))
  const { head } = chainOf(wish)
  return interpretationRegister({ rubric, given, madeOn: wish.madeOn, ledger: { seq: head.seq, head: head.digest } })
}

function chainOf({ scored, digestsBy }: FolderWish) {
  const { of } = digestsBy('sha256')
  const genesis = genesisOf(folderSource(scored, 'sha256', digestsBy).header, of)
  const entries = linkEvents(genesis, scored.events, of)
  return { genesis, entries, head: entries.at(-1) ?? genesis }
}
