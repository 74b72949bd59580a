import { format } from 'oxfmt'

/** The text of a file that a script makes, set as `npm run format` sets others; throws where it cannot be read as what its name says. */
export async function tidied(fileName: string, text: string, printWidth: number): Promise<string> {
  const { code, errors } = await format(fileName, text, { semi: false, singleQuote: true, printWidth })
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'))
  return code
}
