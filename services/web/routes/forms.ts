/**
 * Where the addresses of forms lead that only take what is sent. Such an address stands in a browser while the form that
 * came back is mended; whoever asks for it again (a press on Enter, a link that was copied) gets the page of the form.
 */
import { redirect } from './answer.ts'
import { type Route, route } from './route.ts'
import { pageQuery } from './shapes.ts'

/** @returns a route for each that says which page has its form */
export function formPages(routes: readonly Route[]): readonly Route[] {
  return routes.flatMap(({ url, permission, params, formOn }) => {
    if (formOn === undefined) return []
    const query = pageQuery({})
    const handler = () => redirect(formOn)
    return [route({ method: 'GET', url, permission, scope: 'none', ...(params && { params }), query, handler })]
  })
}
