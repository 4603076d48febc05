/** Delivers a body to a running product the way its platform does. */
export interface Acknowledged {
  readonly status: number
  readonly deliveryId: string | null
  readonly text: string
}

/** @throws when the connection breaks */
export async function deliver(
  url: string,
  source: string,
  secret: string,
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = {},
): Promise<Acknowledged> {
  const inPath = source.endsWith('-cms')
  const answer = await fetch(inPath ? `${url}/receive/${source}/${secret}` : `${url}/receive/${source}`, {
    method: 'POST',
    headers: {
      ...(inPath ? {} : { authorization: `Basic ${Buffer.from(`${source}:${secret}`).toString('base64')}` }),
      ...headers,
    },
    body: typeof body === 'string' ? body : new Uint8Array(body),
  })
  return { status: answer.status, deliveryId: answer.headers.get('x-avesqo-delivery'), text: await answer.text() }
}
