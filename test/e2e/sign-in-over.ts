/** Somebody who is signed in without a browser, to see what the server holds. */
export interface SignedIn {
  readonly ask: (path: string) => Promise<Response>
}

export async function signInOver(address: string, username: string, password: string): Promise<SignedIn> {
  const signed = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  })
  const cookie = (signed.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  return { ask: async (path) => fetch(`${address}${path}`, { headers: { cookie } }) }
}
