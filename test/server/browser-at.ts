/** A browser as far as the server can tell: it keeps cookies and the CSRF token. */
export function browserAt(address: string) {
  const jar = new Map<string, string>()
  let csrfToken = ''
  return async (method: string, path: string, body?: object) => {
    const response = await fetch(`${address}${path}`, {
      method,
      headers: {
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        'x-csrf-token': csrfToken,
        'idempotency-key': crypto.randomUUID(),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = cookie.split(';')[0]?.split('=') ?? []
      jar.set(name, value)
    }
    const told = (await response.json().catch(() => null)) as Record<string, unknown> | null
    if (typeof told?.['csrfToken'] === 'string') csrfToken = told['csrfToken']
    return { status: response.status, told }
  }
}
