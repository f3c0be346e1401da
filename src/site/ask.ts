import type { PolicyErrorCode } from '../domain/policyError.js'

import { PolicyApiError } from './policyApiError.js'

/** What is needed of `fetch`. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** Asks the API for an answer. @throws PolicyApiError; the reason of the signal where that gave the call up. */
export const ask = async <T>({
  fetch,
  has,
  headers,
  signal,
  timeout,
  url,
}: {
  fetch: Fetch
  /** What an answer is known by. */
  has: string
  headers: Record<string, string>
  signal: AbortSignal | undefined
  timeout: number
  url: string
}): Promise<T> => {
  const limit = Number.isFinite(timeout) ? AbortSignal.timeout(timeout) : undefined
  const either = eitherOf([signal, limit].filter((one) => one !== undefined))
  const failure = (error: unknown) => {
    signal?.throwIfAborted()
    return new PolicyApiError({
      cause: error,
      code: 'UNREACHABLE',
      message: limit?.aborted
        ? `${url} did not answer within ${timeout} ms.`
        : `${url} cannot be reached: ${error instanceof Error ? error.message : String(error)}`,
      status: null,
    })
  }

  signal?.throwIfAborted()
  const { body, status } = await answerOf(() =>
    fetch(url, {
      headers: { Accept: 'application/json', ...headers },
      ...(either && { signal: either }),
    }),
  ).catch((error: unknown) => {
    throw failure(error)
  })

  if (status >= 200 && status < 300 && isRecord(body) && has in body) {
    // The API's own answer: no proxy's page has it.
    return body as T
  }
  throw refusalOf({ body, status, url })
}

/** A signal that gives up as soon as one of some does; none where there is none. */
const eitherOf = (signals: AbortSignal[]): AbortSignal | undefined => {
  if (signals.length < 2) {
    return signals[0]
  }
  // Browsers before 2024 lack it.
  if ('any' in AbortSignal) {
    return AbortSignal.any(signals)
  }
  const controller = new AbortController()
  for (const one of signals) {
    one.addEventListener('abort', () => controller.abort(one.reason), { signal: controller.signal })
  }
  return controller.signal
}

/** What was answered; undefined where it is no JSON. */
const answerOf = async (
  call: () => Promise<Response>,
): Promise<{ body: unknown; status: number }> => {
  const response = await call()
  const text = await response.text()

  return { body: parsed(text), status: response.status }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const refusalOf = ({
  body,
  status,
  url,
}: {
  body: unknown
  status: number
  url: string
}): PolicyApiError => {
  const [error] = isRecord(body) && Array.isArray(body.errors) ? (body.errors as unknown[]) : []
  const { data, message } = isRecord(error) ? error : {}
  const { code, ...details } = isRecord(data) ? data : {}

  return typeof code === 'string'
    ? new PolicyApiError({
        code: code as PolicyErrorCode, // Whatever the API calls it: a newer one may know more.
        details,
        message: typeof message === 'string' ? message : code,
        status,
      })
    : new PolicyApiError({
        code: status === 503 ? 'UNREACHABLE' : 'UNREADABLE',
        message: `${url} answered ${status} with nothing that the API would say${
          typeof message === 'string' ? `: ${message}` : '; see that the address is that of the API'
        }.`,
        status,
      })
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
