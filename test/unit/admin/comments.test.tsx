import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, describe, expect, it, vi } from 'vitest'

import { CommentList } from '../../../src/admin/ReviewView/Comments.js'
import { reviewsAt } from '../../../src/admin/ReviewView/useReviews.js'

vi.mock('@payloadcms/ui', async () => (await import('../../helpers/payloadUi.js')).payloadUi)

const nobody = 'Nobody has reviewed it yet.'

/** What the review tab says once a request for the reviews is answered. */
const shownFor = async (answer: () => Promise<Response>): Promise<string> => {
  vi.stubGlobal('fetch', answer)

  return renderToStaticMarkup(
    <CommentList fingerprint={null} reviews={await reviewsAt('/reviews')} timeZone="UTC" />,
  )
}

describe('the reviews of a version', () => {
  afterEach(() => {
    vi.unstubAllGlobals()
  })

  it('are none where the server says that there are none', async () => {
    expect(await shownFor(() => Promise.resolve(Response.json({ docs: [] })))).toContain(nobody)
  })

  it.each([401, 403, 500])('are not said to be none where the answer is a %d', async (status) => {
    const html = await shownFor(() => Promise.resolve(Response.json({ errors: [] }, { status })))

    expect(html).not.toContain(nobody)
    expect(html).toContain('role="alert"')
  })

  it('are not said to be none where the server cannot be reached', async () => {
    const html = await shownFor(() => Promise.reject(new Error('offline')))

    expect(html).not.toContain(nobody)
    expect(html).toContain('role="alert"')
  })
})
