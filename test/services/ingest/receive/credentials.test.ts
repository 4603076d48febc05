import { afterEach, describe, expect, it } from 'vitest'
import { basic, bearer, SECRET, start, stopAll } from './harness.ts'

afterEach(stopAll)

const post = (url: string, headers: Record<string, string> = {}) => fetch(url, { method: 'POST', headers, body: '{}' })

/** Status, headers and body of an answer, without what every answer has of its own. */
async function whole(answer: Response): Promise<unknown> {
  const headers = [...answer.headers].filter(([name]) => name !== 'date')
  return { status: answer.status, headers, body: await answer.text() }
}

describe('credentials', () => {
  it('gives one answer to an unknown source, a wrong secret, none, and a secret in the wrong place', async () => {
    const { url, seen } = await start()
    const wrong = await whole(await post(`${url}/receive/pexip-one`, basic('pexip-one', 'wrong')))
    expect(wrong).toMatchObject({ status: 401 })
    const same = [
      post(`${url}/receive/pexip-two`, basic('pexip-two')),
      post(`${url}/receive/pexip-one`, {}),
      post(`${url}/receive/pexip-one`, basic('pexip-two')),
      post(`${url}/receive/pexip-one`, { authorization: 'Basic' }),
      post(`${url}/receive/pexip-one`, { authorization: 'Basic !!!' }),
      post(`${url}/receive/pexip-one`, { authorization: `Digest ${SECRET}` }),
      post(`${url}/receive/pexip-one`, basic('pexip-one', '')),
      post(`${url}/receive/generic-one`, bearer(`${SECRET}x`)),
      post(`${url}/receive/generic-ended`, bearer('wrong')),
      post(`${url}/receive/__proto__`, bearer()),
      post(`${url}/receive/constructor`, bearer()),
    ]
    for (const answer of same) expect(await whole(await answer)).toEqual(wrong)
    const inPath = await whole(await post(`${url}/receive/cms-one/wrong`))
    expect(inPath).toMatchObject({ status: 401 })
    expect(await whole(await post(`${url}/receive/cms-two/${SECRET}`))).toEqual(inPath)
    expect(await whole(await post(`${url}/receive/pexip-one/${SECRET}`))).toEqual(inPath)
    expect(seen).toEqual([])
  })

  it('offers Basic and Bearer where a header is the way', async () => {
    const { url } = await start()
    expect((await post(`${url}/receive/pexip-one`)).headers.get('www-authenticate')).toMatch(/^Basic .*, Bearer /u)
    expect((await post(`${url}/receive/cms-one/wrong`)).headers.get('www-authenticate')).toBeNull()
  })

  it('takes a header for any platform, with colons and non-ASCII in the secret compared as they are', async () => {
    const { url } = await start()
    expect((await post(`${url}/receive/cms-one`, bearer())).status).toBe(200)
    expect((await post(`${url}/receive/pexip-one`, { authorization: `bEARER  ${SECRET}` })).status).toBe(200)
    expect((await post(`${url}/receive/pexip-one`, basic('pexip-one', `${SECRET}:`))).status).toBe(401)
    expect((await post(`${url}/receive/pexip-one`, basic('pexip-one', `${SECRET}é`))).status).toBe(401)
  })

  it('says that no agreement covers a source only to the source itself', async () => {
    const { url, seen } = await start()
    const answer = await post(`${url}/receive/generic-ended`, bearer())
    expect(answer.status).toBe(403)
    expect(await answer.json()).toMatchObject({ code: 'source_not_covered', status: 403 })
    expect((await post(`${url}/receive/generic-ended`, bearer('wrong'))).status).toBe(401)
    expect(seen).toEqual([])
  })

  it('answers 429 to an address that keeps failing for one source, known or not, and lets the others in', async () => {
    const { url } = await start({ limits: { failures: { perSecond: 0.01, burst: 2 } } })
    for (const id of ['pexip-one', 'pexip-two']) {
      const statuses = []
      for (let i = 0; i < 3; i += 1) statuses.push((await post(`${url}/receive/${id}`, basic(id, 'wrong'))).status)
      expect(statuses).toEqual([401, 401, 429])
      const blocked = await post(`${url}/receive/${id}`, basic(id))
      expect(blocked.status).toBe(429)
      expect(Number(blocked.headers.get('retry-after'))).toBe(100)
    }
    expect((await post(`${url}/receive/generic-one`, bearer())).status).toBe(200)
  })
})
