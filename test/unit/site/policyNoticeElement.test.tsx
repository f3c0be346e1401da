import { renderToStaticMarkup } from 'react-dom/server'
import { expect, expectTypeOf, it } from 'vitest'

import type { PolicyNoticeAttributes } from '../../../src/exports/site.js'

const src = 'https://cms.example/api/policy-notices/active'

it('the element may be written in React, with its attributes and those of any element', () => {
  expect(
    renderToStaticMarkup(
      <policy-notice className="top" dismiss-text="Fermer" locale="fr" policy="privacy" src={src}>
        Read our policies.
      </policy-notice>,
    ),
  ).toBe(
    `<policy-notice class="top" dismiss-text="Fermer" locale="fr" policy="privacy" src="${src}">Read our policies.</policy-notice>`,
  )
})

it('with an address, and with no attribute that it does not know', () => {
  expectTypeOf<JSXAttributes>().toEqualTypeOf<PolicyNoticeAttributes>()
  // @ts-expect-error -- it needs to know where to ask
  expect(renderToStaticMarkup(<policy-notice />)).toBeTypeOf('string')
  // @ts-expect-error -- it has no such attribute
  expect(renderToStaticMarkup(<policy-notice placement="homepage" src={src} />)).toBeTypeOf(
    'string',
  )
})

type JSXAttributes = React.JSX.IntrinsicElements['policy-notice']
