import { Type } from '@sinclair/typebox'
import { contract } from '../contract.ts'
import { orNull } from '../shapes/acting-shapes.ts'
import { oneOf, shape } from '../shapes/plain-shapes.ts'

/** Nothing is kept, so the same file read again is answered the same. */
export const readNoticeFile = contract({
  method: 'POST',
  path: '/api/v1/notice-readings',
  operationId: 'readNoticeFile',
  tag: '细则',
  summary: '读入通知文件（Word、PDF、Excel、网页、Markdown 或纯文本，至多 20 MB），答复它的正文；什么都不留下',
  access: 'rubric.adopt',
  repeat: 'natural',
  query: shape({
    fileName: Type.String({ minLength: 1, maxLength: 255, description: '文件名；是什么文件，以内容为准' }),
  }),
  accepts: 'bytes',
  answer: shape({
    form: oneOf(['text', 'docx', 'xlsx', 'pdf'], '读到的是哪一种文件'),
    text: Type.String({ description: '供编译的正文；文件不是文本的，正文里标着每一处在原文件的位置' }),
    fileName: Type.String(),
    sha256: Type.String({ description: '文件的SHA-256摘要' }),
    encoding: orNull(Type.String({ description: '文本的编码；文件不是文本的为空' })),
    isAssumed: Type.Boolean({ description: '编码是推定的' }),
    isMisnamed: Type.Boolean({ description: '文件名的后缀与内容不符，已按内容读取' }),
    unread: Type.Array(
      shape({
        what: oneOf(['picture', 'document'], '图片，或插入的另一份文件'),
        page: orNull(Type.Integer({ description: '第几页；文件不分页的为空' })),
      }),
      { description: '文件里有、正文里没有的：图片和插入的文件里的文字读不出' },
    ),
  }),
  refusals: [
    'file-is-document',
    'file-too-large',
    'document-damaged',
    'document-encrypted',
    'document-without-text',
    'document-too-large',
    'document-too-slow',
    'reading-busy',
  ],
})
