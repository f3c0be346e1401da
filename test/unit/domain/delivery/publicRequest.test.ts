import { expect, it } from 'vitest'

import { publicRequestOf } from '../../../../src/domain/delivery/publicRequest.js'

const asked = (path: string, apiRoute = '/api') =>
  publicRequestOf({
    apiRoute,
    request: new Request(`https://cms.example${path}`, { method: 'HEAD' }),
    slugs: { notices: 'notices', policies: 'policies' },
  })

it('tells what an address asks for', () => {
  expect(asked('/api/policies/privacy/versions/1%2E0?locale=de')).toMatchObject({
    isHead: true,
    parts: { label: '1.0', slug: 'privacy' },
    route: { name: 'version' },
  })
  expect(asked('/api/policies/privacy/compare/1/2')).toMatchObject({
    parts: { from: '1', to: '2' },
  })
  expect(asked('/api/policies/privacy/current.html')).toMatchObject({ route: { format: 'html' } })
  expect(asked('/policies/privacy/current', '')).toMatchObject({ route: { name: 'current' } })
  expect(asked('/api/notices/active')).toMatchObject({ route: { name: 'notices' } })
})

it.each([
  '/api/policies/privacy',
  '/api/policies/privacy/current/',
  '/api/policies//current',
  '/api/policies/privacy/current.exe',
  '/api/policies/%E0%A4%A/current',
  '/api/policy-versions/1',
  '/policies/privacy/current',
])('%s asks for nothing public', (path) => {
  expect(asked(path)).toBeUndefined()
})
