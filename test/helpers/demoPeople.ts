import type { Browser, Page } from 'playwright-core'

/** What the API answers with a document in it. */
type Answer = { doc: { id: number } }

/** Asks the demo's API as one of its people (`editor`, `reviewer`, …), each logged in once. */
export type AsPerson = (name: string, method: string, path: string, body: object) => Promise<Answer>

/** The people of a demo at an address, by the names before their logins' `@`. */
export const demoPeople = (
  address: string,
): {
  as: AsPerson
  /** Has a draft submitted, approved and published. */
  publish: (id: number) => Promise<void>
} => {
  const tokens = new Map<string, string>()

  const send = async ({
    body,
    method,
    path,
    token,
  }: {
    body: object
    method: string
    path: string
    token?: string | undefined
  }): Promise<unknown> => {
    const answer = await fetch(`${address}/api${path}`, {
      body: JSON.stringify(body),
      headers: {
        'Content-Type': 'application/json',
        ...(token !== undefined && { Authorization: `JWT ${token}` }),
      },
      method,
    })
    if (!answer.ok) {
      throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`)
    }
    return answer.json()
  }

  const as: AsPerson = async (name, method, path, body) => {
    if (!tokens.has(name)) {
      const login = { email: `${name}@example.com`, password: 'demo' }
      const { token } = (await send({ body: login, method: 'POST', path: '/users/login' })) as {
        token: string
      }
      tokens.set(name, token)
    }
    return (await send({ body, method, path, token: tokens.get(name) })) as Answer
  }

  const publish = async (id: number): Promise<void> => {
    for (const [name, step] of [
      ['editor', 'submit'],
      ['reviewer', 'approve'],
      ['publisher', 'publish'],
    ] as const) {
      await as(name, 'POST', `/policy-versions/${id}/${step}`, {})
    }
  }

  return { as, publish }
}

/** A page of a browser of somebody's own, who is logged in. */
export const pageOf = async ({
  address,
  browser,
  name,
}: {
  address: string
  browser: Browser
  /** Before the `@` of the login. */
  name: string
}): Promise<Page> => {
  const context = await browser.newContext({
    baseURL: address,
    locale: 'en-US',
    viewport: { height: 800, width: 1280 },
  })
  const page = await context.newPage()
  page.setDefaultTimeout(120_000)
  await context.request.post('/api/users/login', {
    data: { email: `${name}@example.com`, password: 'demo' },
  })
  return page
}
