/** Why evidence was not taken or cannot be read: the facts of each fault, and its one sentence for people. */
import type { Refusal } from '../../core/kernel/outcome.ts'
import { unreachable } from '../../core/kernel/unreachable.ts'
import type { Digest } from '../../core/ledger/chain.ts'
import { quotaSentence } from './quotas.ts'
import { mediaTypeOf, type EvidenceKind } from './evidence-kind.ts'

export type EvidenceFault = UploadFault | ContentFault | ReadingFault | PhotoFault | AccessFault | EvidenceDiskFault

/** About the course of an upload. */
export type UploadFault =
  | { readonly code: 'upload-unknown' }
  | { readonly code: 'upload-id-taken' }
  | { readonly code: 'upload-declaration-wrong'; readonly expected: string }
  | { readonly code: 'upload-busy' }
  | { readonly code: 'upload-finished' }
  | { readonly code: 'upload-offset-wrong'; readonly offset: number }
  | { readonly code: 'upload-broke-off'; readonly offset: number }
  | { readonly code: 'upload-incomplete'; readonly offset: number; readonly bytes: number }
  | { readonly code: 'upload-size-differs'; readonly bytes: number }
  | { readonly code: 'uploads-too-many'; readonly limit: number }
  /** In bytes. Not final: it may be raised. */
  | { readonly code: 'evidence-quota-full'; readonly used: number; readonly quota: number }

/** About what the file is. These are final for the upload. */
export type ContentFault =
  | { readonly code: 'evidence-empty' }
  | { readonly code: 'evidence-too-large'; readonly bytes: number; readonly limit: number }
  | { readonly code: 'upload-digest-differs'; readonly declared: Digest; readonly found: Digest }
  /** `found` is an ending such as `svg`; null where the content is of no known kind (text among them). */
  | { readonly code: 'file-type-refused'; readonly found: string | null }
  | { readonly code: 'file-type-differs'; readonly named: EvidenceKind; readonly found: EvidenceKind }
  | { readonly code: 'file-damaged'; readonly detail: string }
  | { readonly code: 'file-encrypted' }
  | { readonly code: 'file-has-macros' }
  | { readonly code: 'archive-bomb'; readonly reason: 'entries' | 'inflated' | 'ratio' | 'nested' }

/** About a sealed file. */
export type ReadingFault =
  | { readonly code: 'evidence-missing'; readonly digest: Digest }
  | { readonly code: 'evidence-corrupted'; readonly digest: Digest; readonly found: Digest; readonly bytes: number }
  | { readonly code: 'evidence-range-wrong'; readonly bytes: number }

/** About a photo to be published. */
export type PhotoFault =
  | { readonly code: 'image-expected'; readonly kind: EvidenceKind }
  /** No decoder for it (HEIC), or content that none can decode. */
  | { readonly code: 'image-undecodable'; readonly kind: EvidenceKind }
  | { readonly code: 'image-too-many-pixels'; readonly limit: number }
  /** `index` counts from 0. */
  | { readonly code: 'blurred-area-wrong'; readonly index: number }
  | { readonly code: 'blurred-areas-too-many'; readonly limit: number }

/** About who asks. `action` is of the table in `who-may.ts`. */
export type AccessFault = { readonly code: 'not-permitted'; readonly action: string }

/**
 * About the disk, or the store at `place`, an address without keys; `detail` is the system's or the server's own code, such as
 * `ENOSPC`, or what a database says of itself.
 */
export type EvidenceDiskFault =
  | { readonly code: 'store-full'; readonly detail: string; readonly place?: string }
  | { readonly code: 'store-read-only'; readonly detail: string; readonly place?: string }
  | { readonly code: 'store-failed'; readonly detail: string; readonly place?: string }

export type EvidenceFaultCode = EvidenceFault['code']

/** A refusal that keeps its facts: who resumes an upload needs the offset, not a sentence. */
export interface EvidenceRefusal extends Refusal<EvidenceFaultCode> {
  readonly fault: EvidenceFault
}

export type EvidenceOutcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: EvidenceRefusal }

export function refusedEvidence(fault: EvidenceFault): { readonly ok: false; readonly refusal: EvidenceRefusal } {
  return { ok: false, refusal: { code: fault.code, message: sentenceOf(fault), fault } }
}

/** Whether the upload can never succeed, whatever the client sends: the file itself was refused. */
export function isFinal(fault: { readonly code: string }): fault is ContentFault {
  return FINAL.has(fault.code)
}

const FINAL: ReadonlySet<string> = new Set<ContentFault['code']>([
  'evidence-empty',
  'evidence-too-large',
  'upload-digest-differs',
  'file-type-refused',
  'file-type-differs',
  'file-damaged',
  'file-encrypted',
  'file-has-macros',
  'archive-bomb',
])

const TAKEN = '可上传：照片（JPEG、PNG、WebP、HEIC）、PDF、Word、Excel、PPT、录音（MP3、M4A、WAV、AMR、OGG）和 MP4。'

const BOMBS = { entries: '内部条目太多', inflated: '解压后太大', ratio: '压缩比异常', nested: '内部嵌套了压缩包' }

function sentenceOf(fault: EvidenceFault): string {
  switch (fault.code) {
    case 'upload-unknown':
      return '没有这次上传，或它已过期被清理。请重新选择文件上传。'
    case 'upload-id-taken':
      return '这个上传编号已用于另一个文件。请重新选择文件上传。'
    case 'upload-declaration-wrong':
      return `上传申明不对：应为${fault.expected}。请更正后重新开始上传。`
    case 'upload-busy':
      return '这次上传正在接收另一段内容。请稍候再续传。'
    case 'upload-finished':
      return '这次上传已经完成，不再接收内容。要换文件，请重新上传。'
    case 'upload-offset-wrong':
      return `续传位置不对：已收到 ${fault.offset} 字节。请从这里继续。`
    case 'upload-broke-off':
      return `上传中断，已收到并保存 ${fault.offset} 字节。请从这里继续，不必重传。`
    case 'upload-incomplete':
      return `文件还没有传完：已收到 ${fault.offset} 字节，共 ${fault.bytes} 字节。请继续上传后再完成。`
    case 'upload-size-differs':
      return `收到的内容超过申明的 ${fault.bytes} 字节，多出的没有保存。文件可能在上传时改动过；请重新选择文件上传。`
    case 'uploads-too-many':
      return `您有 ${fault.limit} 个上传还没有完成，已到上限。请先完成或等待过期后再传。`
    case 'evidence-quota-full':
      return `${quotaSentence('evidenceBytes', fault.used, fault.quota)}。`
    case 'evidence-empty':
      return '文件是空的（0 字节）。请检查原文件后重新上传。'
    case 'evidence-too-large':
      return `文件有 ${megabytes(fault.bytes)} MB，超过 ${megabytes(fault.limit)} MB 的上限。请压缩、分段或只截取需要的部分。`
    case 'upload-digest-differs':
      return '收到的内容与原文件不一致（SHA-256 不符），没有保存。请重新上传；仍不一致时请检查网络。'
    case 'file-type-refused':
      return fault.found === null
        ? `看不出文件的类型，不能作为证据上传。${TAKEN}`
        : `文件内容是 ${fault.found} 类型，不能作为证据上传。${TAKEN}`
    case 'file-type-differs':
      return `文件名说是 ${fault.named}，内容却是 ${fault.found}（${mediaTypeOf(fault.found)}）。请核对是否选对了文件，改正扩展名后重新上传。`
    case 'file-damaged':
      return `文件已损坏，打不开（${fault.detail}）。请在原程序中重新保存后上传。`
    case 'file-encrypted':
      return '文件设有密码，复核的人打不开。请去掉密码后重新上传。'
    case 'file-has-macros':
      return '文件里有宏（程序代码），不能作为证据上传。请另存为不含宏的格式（docx、xlsx、pptx 或 PDF）。'
    case 'archive-bomb':
      return `文件${BOMBS[fault.reason]}，可能是压缩炸弹，没有保存。请在原程序中重新保存，或另存为 PDF 后上传。`
    case 'evidence-missing':
      return `没有摘要为 ${fault.digest} 的证据文件。请核对摘要；台账提到而找不到时，请从备份恢复。`
    case 'evidence-corrupted':
      return `证据文件 ${fault.digest} 已损坏或被改动（现在的摘要是 ${fault.found}，${fault.bytes} 字节）。其他文件不受影响；请从备份恢复这一个文件，并查明原因。`
    case 'evidence-range-wrong':
      return `要读的范围不在文件之内：文件共 ${fault.bytes} 字节。`
    case 'image-expected':
      return `只有照片可以缩成小图或制作公开件，这个文件是 ${fault.kind}。查看请打开原件；要公开，请另选照片，或在原程序中处理后另行上传。`
    case 'image-undecodable':
      return fault.kind === 'heic'
        ? '暂不能处理 HEIC 照片。请在手机或电脑上另存为 JPEG 后上传那一份，再制作公开件；原件照常保存。'
        : `照片（${fault.kind}）打不开，可能已损坏。请重新导出后上传，再制作公开件；原件照常保存。`
    case 'image-too-many-pixels':
      return `照片超过 ${fault.limit / 1_000_000} 百万像素，不能处理。请缩小后上传，再制作公开件；原件照常保存。`
    case 'blurred-area-wrong':
      return `第 ${fault.index + 1} 个打码区域不对：应为照片之内、以千分之一计的整数，宽和高至少为 1。请重新框选。`
    case 'blurred-areas-too-many':
      return `打码区域超过 ${fault.limit} 个。请合并相邻的区域。`
    case 'not-permitted':
      return '您的角色不能进行这项操作。需要时请联系管理员调整权限。'
    case 'store-full':
      if (fault.place !== undefined)
        return `对象存储“${fault.place}”的空间或配额已用完（${fault.detail}）。已确认收到的内容没有丢失；请联系管理员扩容或清理后继续上传。`
      return `存放文件的磁盘已满（${fault.detail}）。已确认收到的内容没有丢失；请联系管理员清出空间后继续上传。`
    case 'store-read-only':
      if (fault.place !== undefined)
        return `对象存储“${fault.place}”拒绝访问（${fault.detail}）。请联系管理员检查访问密钥和桶的权限；已保存的文件不受影响。`
      return `存放文件的文件夹打不开或不能写入（${fault.detail}）。请联系管理员检查文件夹的权限和位置；已保存的文件不受影响。`
    case 'store-failed':
      if (fault.place !== undefined)
        return `对象存储“${fault.place}”没有办成（${fault.detail}）。请稍后再试，一直如此时请联系管理员检查它是否在运行、桶是否存在、网络是否通畅；已确认收到的内容没有丢失。`
      return `读写存放文件的文件夹时出错（${fault.detail}）。请联系管理员检查磁盘；已确认收到的内容没有丢失。`
    default:
      return unreachable(fault)
  }
}

function megabytes(bytes: number): string {
  return (Math.ceil(bytes / 1024 / 102.4) / 10).toString()
}
