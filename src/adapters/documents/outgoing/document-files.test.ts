import { documentWriter } from '../../../../test/conformance/document-writer.ts'
import { documentFiles } from './document-files.ts'

documentWriter('documents as files', documentFiles(null))
