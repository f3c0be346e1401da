/** The terms of service of the demo's bookshop, as plain text; written for this demo. */
export const termsOfService = `Terms of Service

These terms are the agreement between you and Harborlight Books when you order on https://www.harborlight.example.

Orders

Your order is an offer. It becomes a contract when we send you a confirmation.

Prices and delivery

Prices include tax. Delivery within the country costs four dollars, and nothing from fifty dollars on.

Returns

You may return a book within fourteen days, as new, and get back what you paid for it.

Changes to these terms

We announce a material change of these terms on our homepage at least thirty days before it takes effect.

Contact

Write to orders@harborlight.example.
`

/** The draft that waits in the demo for its publication. */
export const changedTermsOfService = termsOfService
  .replace('within fourteen days', 'within thirty days')
  .replace('costs four dollars', 'costs five dollars')
