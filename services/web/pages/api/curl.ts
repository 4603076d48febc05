/** A request as a line for a shell: with the examples of the document, and the token where nobody sees it. */
import type { Operation } from '../../api/described.ts'

type Asked = Pick<Operation, 'method' | 'path' | 'parameters' | 'permission'> &
  Partial<Pick<Operation, 'body' | 'answers'>>

/** @param origin `https://host` */
export function curlOf({ method, path, parameters, permission, body, answers = [] }: Asked, origin: string): string {
  const example = (of: string) => parameters.find(({ name }) => name === of)?.example ?? ''
  const filled = path.replaceAll(/\{(\w+)\}/gu, (_all, name: string) => encodeURIComponent(example(name)))
  const search = new URLSearchParams(
    parameters.flatMap(({ name, where, example: value }) =>
      where === 'query' && value !== null ? [[name, value]] : [],
    ),
  ).toString()
  const file = answers.some(({ media, content }) => media.length > 1 && content === null)
  return [
    permission === null ? 'curl' : 'curl -H "Authorization: Bearer $TOKEN"',
    ...(method === 'GET' ? [] : [`-X ${method}`]),
    ...(body === undefined || body === null
      ? []
      : [`-H "Content-Type: application/json"`, `-d '${JSON.stringify(body.example)}'`]),
    ...(file ? ['-O -J'] : []),
    `"${origin}${filled}${search === '' ? '' : `?${search}`}"`,
  ].join(' \\\n')
}
