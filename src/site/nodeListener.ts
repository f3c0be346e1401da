import type { IncomingMessage, ServerResponse } from 'node:http'

import type { Delivered } from '../domain/delivery/deliver.js'
import type { publicRequestOf } from '../domain/delivery/publicRequest.js'

/** What of a request is needed to answer it. */
export type AskedRequest = Parameters<typeof publicRequestOf>[0]['request']

/** Answers requests of `node:http`; it hands the kept bytes on as they are. */
export const nodeListener =
  (answer: (request: AskedRequest) => Promise<Delivered>) =>
  (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    void answer(requestOf(incoming)).then(({ body, headers, status }) => {
      outgoing.writeHead(
        status,
        body === null ? headers : { ...headers, 'Content-Length': Buffer.byteLength(body) },
      )
      outgoing.end(body ?? undefined)
    })
  }

const requestOf = ({
  headers,
  method = 'GET',
  socket,
  url = '/',
}: IncomingMessage): AskedRequest => ({
  headers: { get: (name) => headers[name]?.toString() ?? null },
  method,
  url: `${'encrypted' in socket ? 'https' : 'http'}://${headers.host ?? 'localhost'}${url}`,
})
