import { compiled } from '../../../compiled.js'

/** The element for change notices. Where the package is installed, this is its `dist/site/policy-notice.js`. */
export const GET = (): Response =>
  new Response(compiled('site/policy-notice.ts'), {
    headers: { 'Content-Type': 'text/javascript; charset=utf-8' },
  })
