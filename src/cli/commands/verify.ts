import { checkEvidenceFolder, type EvidenceFolderReport } from '../../app/proof/check-evidence-folder.ts'
import { answered, failed, type Answer } from '../../app/problem.ts'
import { parseId, type CenterId } from '../../core/kernel/identifiers.ts'
import { parseDigest } from '../../core/ledger/chain.ts'
import type { Anchor } from '../../core/proof/verify-anchor.ts'
import { bundleVerifier } from '../../core/proof/verify-bundle.ts'
import { parseShortCode } from '../../core/scoring/verification-code.ts'
import type { CliPorts } from '../cli-ports.ts'
import { EXIT_CODES, type ExitCode } from '../exit-codes.ts'
import { pageFor } from '../render/page.ts'
import { holdsWhole, verifyPage, type Verified } from '../render/verify-page.ts'
import { report, writeLines, type CommandFrame } from './command-frame.ts'

interface VerifyOptions {
  readonly code?: string
  readonly center?: string
  readonly head?: string
  readonly evidence?: string
  readonly json?: boolean
}

export const addVerify: CommandFrame = (program, ports, finish) => {
  program
    .command('verify')
    .argument('<FILE>', 'mingheng export 写出的证明文件 · a bundle')
    .description('核验证明文件：摘要链、期限、每一张得分表都在本机复算，不联网 · verify a bundle offline')
    .option('--code <CODE>', '以前得分表上的核验码：证明此后历史没有被改写 · a code kept from an earlier sheet')
    .option('--center <ID>', '核验码是哪个中心的（中心多时更快）· the center of the code')
    .option('--head <DIGEST>', '以前记下的台账摘要 · a chain head kept from earlier')
    .option('--evidence <FOLDER>', '证据文件所在的文件夹：逐个重算摘要 · digest the evidence files again')
    .option('--json', '输出 JSON · as JSON')
    .action(async (file: string, options: VerifyOptions) => finish(await verify(file, options, ports)))
}

async function verify(file: string, options: VerifyOptions, ports: CliPorts): Promise<ExitCode> {
  const anchor = anchorIn(options)
  if (!anchor.ok) return report(ports, anchor.fault)
  const read = await verifyFile(file, anchor.value, ports)
  if (!read.ok) return report(ports, read.fault)
  const verified = read.value
  let files: EvidenceFolderReport | null = null
  if (options.evidence !== undefined) {
    ports.terminal.progress('核对证据文件…')
    const checked = await checkEvidenceFolder(options.evidence, verified.evidence, ports.proofFiles)
    ports.terminal.progress(null)
    if (!checked.ok) return report(ports, checked.fault)
    files = checked.value
  }
  if (options.json) {
    const { about, ...rest } = verified
    writeLines(ports, [JSON.stringify({ ...rest, about: { ...about, centers: [...about.centers] }, files }, null, 2)])
  } else writeLines(ports, verifyPage(file, verified, files, pageFor(ports.terminal)))
  return holdsWhole(verified, files) ? EXIT_CODES.ok : EXIT_CODES.found
}

const LINES_SAID = 20_000

async function verifyFile(path: string, anchor: Anchor, ports: CliPorts): Promise<Answer<Verified>> {
  const verifier = bundleVerifier(ports.digestsBy, anchor)
  let lines = 0
  const read = await ports.proofFiles.readLines(path, (line) => {
    verifier.take(line)
    lines += 1
    if (lines % LINES_SAID === 0) ports.terminal.progress(`核验，已读 ${lines} 行…`)
  })
  ports.terminal.progress(null)
  if (!read.ok) return read
  const verification = verifier.end()
  return verification.kind === 'verified'
    ? answered(verification)
    : failed({ code: 'bundle-foreign', path, reason: verification.reason })
}

function anchorIn({ code, center, head }: VerifyOptions): Answer<Anchor> {
  const short = code === undefined ? null : parseShortCode(code)
  if (code !== undefined && short === null) return failed({ code: 'kept-code-wrong', given: code })
  const digest = head === undefined ? null : parseDigest(head.trim().toLowerCase())
  if (head !== undefined && digest === null) return failed({ code: 'kept-head-wrong', given: head })
  return answered({ code: short, head: digest, centerId: center === undefined ? null : parseId<CenterId>(center) })
}
