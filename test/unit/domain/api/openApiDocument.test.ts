import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'

import { publicRoutes } from '../../../../src/domain/delivery/routes.js'
import { type ApiDocument, contractOf } from '../../../helpers/contract.js'
import { ask, deliveryFrom } from '../../../helpers/deliveries.js'
import { memorySource, publishedRowOf } from '../../../helpers/memorySource.js'

const read = async (path = '/policies/openapi.json', headers: Record<string, string> = {}) =>
  ask({
    delivery: deliveryFrom(memorySource({ now: () => new Date(0), rows: [publishedRowOf()] })),
    headers,
    path,
  })
const document = (await (await read()).json()) as ApiDocument

describe('the description of the API', () => {
  it('is a valid OpenAPI 3.1 document', async () => {
    const { errors, valid } = await new Validator().validate(structuredClone(document))

    expect(errors ?? []).toEqual([])
    expect(valid).toBe(true)
    expect(document.openapi).toBe('3.1.0')
  })

  it('describes every public route, once, below the address of this API', () => {
    expect(Object.keys(document.paths)).toHaveLength(publicRoutes.length)
    expect(document.servers).toEqual([{ url: 'https://cms.example/api' }])
    expect(Object.keys(document.paths)).toContain('/policies/{slug}/compare/{from}/{to}')

    const ids = Object.values(document.paths).flatMap((operations) =>
      Object.values(operations).map(
        (operation) => (operation as unknown as { operationId: string }).operationId,
      ),
    )
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('has no component that nothing refers to, and refers to none that is missing', () => {
    const text = JSON.stringify(document)
    const named = [...text.matchAll(/"#\/components\/(\w+)\/(\w+)"/g)].map(
      ([, kind, name]) => `${kind}/${name}`,
    )
    const there = Object.entries(document.components).flatMap(([kind, components]) =>
      Object.keys(components).map((name) => `${kind}/${name}`),
    )

    expect([...new Set(named)].sort()).toEqual(there.sort())
  })

  it('follows the slugs and the address of a host', async () => {
    const answer = await ask({
      delivery: deliveryFrom(memorySource({ now: () => new Date(0), rows: [] }), {
        addresses: { api: ({ path, slug }) => `/legal/${slug}/${path}`, site: () => '/' },
      }),
      path: '/policies/openapi.json',
    })

    expect(await answer.json()).toMatchObject({ servers: [{ url: 'https://cms.example' }] })
  })

  it('is not sent again to whoever has it', async () => {
    const { headers } = await read()
    const again = await read(undefined, { 'If-None-Match': headers.get('etag')! })

    expect(headers.get('content-type')).toBe('application/json')
    expect(again.status).toBe(304)
    expect(
      contractOf(document).faults({
        answer: { body: undefined, headers: again.headers, status: 304 },
        path: '/policies/openapi.json',
      }),
    ).toEqual([])
  })

  it('notices what an answer has too much, and what it lacks', async () => {
    const answer = await read('/policies/feed.json')
    const { headers, status } = answer
    const body = (await answer.json()) as Record<string, unknown>
    const faultsOf = (other: unknown, others = headers) =>
      contractOf(document).faults({
        answer: { body: other, headers: others, status },
        path: '/policies/feed.json',
      })

    expect(faultsOf(body)).toEqual([])
    expect(faultsOf({ ...body, secret: true }).join()).toContain('additional')
    expect(faultsOf({ ...body, title: undefined }).join()).toContain('title')
    expect(faultsOf(body, new Headers([...headers, ['x-other', '1']])).join()).toContain('x-other')
    expect(faultsOf(body, new Headers({ 'content-type': 'text/html' })).join()).toContain('missing')
  })
})
