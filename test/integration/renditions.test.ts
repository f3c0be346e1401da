import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type App, startApp } from '../helpers/app.js'
import {
  type Cast,
  createCast,
  createDraft,
  createPolicy,
  publishVersion,
  thirtyBusinessDays,
} from '../helpers/cast.js'

type Node = Record<string, unknown>

const paragraph = (...children: Node[]): Node => ({ children, type: 'paragraph', version: 1 })
const text = (words: string): Node => ({ format: 0, text: words, type: 'text', version: 1 })
const bodyOf = (...children: Node[]) => ({ root: { children, type: 'root', version: 1 } })
const nested = (depth: number): Node => {
  let node = text('deep')

  for (let level = 0; level < depth; level += 1) {
    node = { children: [node], type: 'quote', version: 1 }
  }
  return node
}

/** A link to a script, which the editor would refuse, and a node of a kind that it does not know. */
const hostile = bodyOf(
  paragraph(
    {
      children: [text('Prize')],
      fields: { linkType: 'custom', newTab: false, url: 'javascript:alert(1)' },
      type: 'autolink',
      version: 3,
    },
    text(' & <b>more</b>'),
  ),
  { children: [paragraph(text('Aside'))], type: 'riddle', version: 1 },
)

describe('what a publication seals of a text', () => {
  let app: App
  let cast: Cast
  let policy: number
  let slug: string

  beforeAll(async () => {
    app = await startApp()
    cast = await createCast(app)
    ;({ id: policy, slug } = await createPolicy(app))
  })

  afterAll(() => app.stop())

  it('is warned of while it is a draft, where it will not be shown as it is', async () => {
    const { warnings } = await createDraft(app, {
      body: hostile,
      by: cast.editor,
      noticeTerms: thirtyBusinessDays,
      policy,
    })

    expect(warnings).toContainEqual(
      expect.objectContaining({
        blocks: false,
        code: 'CONTENT_DROPPED',
        excerpt: 'autolink (1), riddle (1)',
        field: 'body',
      }),
    )
  })

  it('is its text in every form, without what has none, and how much that was', async () => {
    const { snapshot } = await publishVersion(app, cast, {
      body: hostile,
      noticeTerms: thirtyBusinessDays,
      policy,
    })

    expect(snapshot).toMatchObject({
      renditions: {
        en: {
          body: hostile,
          dropped: { autolink: 1, riddle: 1 },
          html: '<p>Prize &amp; &lt;b&gt;more&lt;/b&gt;</p><p>Aside</p>',
          markdown: 'Prize & \\<b>more\\</b>\n\nAside',
          text: 'Prize & <b>more</b>\n\nAside',
        },
      },
    })
  })

  it('answers what the contract says, and no more', async () => {
    const { body } = await app.rest('GET', `/policies/${slug}/current`)

    expect(body).toMatchObject({ body: hostile, text: 'Prize & <b>more</b>\n\nAside' })
    expect(body).not.toHaveProperty('markdown')
    expect(body).not.toHaveProperty('dropped')
  })

  it('is not nested without end', async () => {
    const post = (depth: number) =>
      app.rest('POST', '/policy-versions', {
        as: cast.editor.token,
        body: {
          body: bodyOf(nested(depth)),
          noticeTerms: thirtyBusinessDays,
          policy,
          title: 'Deep',
        },
      })

    expect(await post(200)).toMatchObject({ status: 201 })
    expect(await post(2_000)).toMatchObject({
      body: {
        errors: [
          {
            data: { code: 'INVALID_PARAMETER' },
            message: expect.stringMatching(/body nests more than 500 levels/) as string,
          },
        ],
      },
      status: 400,
    })
  })
})
