import { readFileSync } from 'node:fs'

/** Which database commands mean: by the same names in the environment as the server's; `url` is null where none is set. */
export function databaseSetting(environment: Readonly<Record<string, string | undefined>>) {
  const file = environment['MINGHENG_DATABASE_URL_FILE']
  return {
    url: environment['MINGHENG_DATABASE_URL'] ?? (file === undefined ? null : readFileSync(file, 'utf8').trim()),
    schema: environment['MINGHENG_DATABASE_SCHEMA'] ?? 'mingheng',
  }
}
