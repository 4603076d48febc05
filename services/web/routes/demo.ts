/** Links of the demo that sign in. They are no part of the table: where the figures are real, there is no such route. */
import { z } from 'zod'
import { AppError } from '../../shared/errors.ts'
import { redirect } from './answer.ts'
import { type Route, route } from './route.ts'
import { openQuery } from './shapes.ts'

export const demoRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/demo/:token',
    permission: 'public',
    scope: 'none',
    params: z.object({ token: z.string().max(100) }),
    query: openQuery({}),
    async handler({ params, who, address }, { demo, accounts }) {
      const door = demo?.open(params.token) ?? null
      if (door === null) throw new AppError('not_found')
      const previous = who?.session?.cookie
      const done = await accounts.login({ ...door, address, ...(previous !== undefined && { previous }) })
      if (done.outcome !== 'signed_in') throw new AppError('unavailable')
      return redirect('/', { value: done.session, endsMs: done.endsMs })
    },
  }),
]
