import { setDemoClock } from '../../../clock.js'
import { instantOf } from '../newYorkTime.js'

/** Sets the demo's clock to the instant of the form and goes back to the page that sent it. */
export const POST = async (request: Request): Promise<Response> => {
  const at = (await request.formData()).get('at')
  const instant = typeof at === 'string' ? instantOf(at) : undefined

  if (!instant) {
    return new Response('The field `at` takes a time such as 2026-12-17T00:00.', { status: 400 })
  }

  setDemoClock(instant)
  return new Response(null, { headers: { Location: pathBack(request) }, status: 303 })
}

/** The path alone, so that the answer never leads away from this site. */
const pathBack = (request: Request): string => {
  const referer = request.headers.get('referer')

  if (!referer || !URL.canParse(referer)) {
    return '/'
  }

  const { pathname, search } = new URL(referer)
  return `/${pathname.replace(/^\/+/, '')}${search}`
}
