import { expect, it } from 'vitest'

import { preferredFormat } from '../../../../src/domain/delivery/negotiation.js'

it.each([
  [null, 'json'],
  ['', 'json'],
  ['*/*', 'json'],
  ['application/json', 'json'],
  ['text/html', 'html'],
  ['text/markdown', 'md'],
  ['text/plain', 'txt'],
  ['TEXT/HTML', 'html'],
  // What a browser sends.
  ['text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8', 'html'],
  ['text/html;q=0.5, application/json;q=0.4', 'html'],
  ['text/html;q=0.4, application/json;q=0.5', 'json'],
  ['text/*', 'html'],
  ['text/*, text/html;q=0', 'md'],
  ['text/plain;q=0.9, text/markdown', 'md'],
  // What is named more exactly counts, wherever it stands.
  ['text/*;q=0.5, */*;q=0.1', 'html'],
  ['*/*;q=0.9, text/*;q=0.1', 'json'],
  ['text/*;q=0.1, */*;q=0.9', 'json'],
  ['text/html;q=0.2, text/*;q=0.7, */*', 'json'],
  ['application/json;q=0.1, text/*;q=0.3, text/html;q=0.2, */*', 'md'],
  // Nothing that is offered.
  ['image/png', 'json'],
  ['text/html;q=0', 'json'],
  ['text/html;q=x', 'json'],
  ['constructor, __proto__', 'json'],
] as const)('a client that accepts %j is answered in %s', (accept, format) => {
  expect(preferredFormat(accept)).toBe(format)
})
