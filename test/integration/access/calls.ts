import type { App } from '../../helpers/app.js'
import type { Identity } from './callers.js'

/** Where a call comes in; `override` is the Local API with `overrideAccess: true`. */
export const roads = ['rest', 'graphql', 'local', 'override'] as const

export type Road = (typeof roads)[number]

/** The same question or order, as each road that has it takes it. */
export type Call = {
  graphql?: string | { query: string; variables: Record<string, unknown> }
  /** Called with who calls, to pass on to the Local API. */
  local?: (caller: { overrideAccess: boolean; user: Identity['user'] }) => Promise<unknown>
  rest?: { body?: unknown; headers?: Record<string, string>; method: string; path: string }
}

/** What came back: the refusal's code where it has one, and everything that can be read in it. */
export type Answer = { code: string | undefined; status: number; text: string }

/** Makes a call over a road as somebody. @throws Error where the call cannot be made over that road. */
export const send = async ({
  app,
  call: { graphql, local, rest },
  identity: { token, user },
  road,
}: {
  app: App
  call: Call
  identity: Identity
  road: Road
}): Promise<Answer> => {
  if (road === 'rest' && rest) {
    const { method, path, ...sent } = rest
    const { body, status } = await app.rest(method, path, { as: token, ...sent })
    return { code: body?.errors?.[0]?.data?.code, status, text: JSON.stringify(body ?? null) }
  }
  if (road === 'graphql' && graphql) {
    const { query, variables } =
      typeof graphql === 'string' ? { query: graphql, variables: {} } : graphql
    const body = await app.graphql(query, { as: token, variables })
    const [error] = body.errors ?? []

    return {
      code: error?.extensions?.data?.code,
      // What the schema does not know is refused without a status.
      status: error ? (error.extensions?.statusCode ?? 400) : 200,
      text: JSON.stringify(body),
    }
  }
  if ((road === 'local' || road === 'override') && local) {
    return settled(local({ overrideAccess: road === 'override', user }))
  }
  throw new Error(`There is no such call over ${road}.`)
}

const settled = async (calling: Promise<unknown>): Promise<Answer> => {
  try {
    return { code: undefined, status: 200, text: JSON.stringify(await calling) }
  } catch (error) {
    const { data, message, status } = error as {
      data?: { code?: string }
      message: string
      status?: number
    }
    return { code: data?.code, status: status ?? 500, text: JSON.stringify({ data, message }) }
  }
}
