/** The privacy policy of the demo's bookshop, as plain text; written for this demo. */
export const privacyPolicy = `Privacy Policy

Harborlight Books sells books in three shops and on https://www.harborlight.example. This policy says which personal data we keep, what we do with it, and what you can ask of us.

What we collect

When you order, we ask for what we need to bring you the books:

1. your name and your address;
2. an e-mail address, to tell you where your parcel is;
3. a way to pay, which our payment provider keeps and we never see.

When you only look around, our servers keep the address of your computer for seven days, to fend off attacks.

What we do with it

We use your data to deliver your order, to answer you, and to keep the books that the tax office asks of us. We do not sell it, and we do not rent it.

Who else sees it

- the carrier that brings your parcel;
- the payment provider that takes your payment;
- the tax office, where the law says so.

How long we keep it

We keep orders for seven years, because tax law says so, and everything else for as long as you have an account.

Your choices

Write to privacy@harborlight.example to see, correct or delete what we keep about you. We answer within 30 days.

Changes to this policy

We may change this policy. We announce a material change on our homepage at least thirty (30) business days before it takes effect. Business days are those of the United States federal government.

Contact

Harborlight Books
12 Quayside
Portland, ME 04101
privacy@harborlight.example
`

/** The same policy with the material change that the demo announces. */
export const changedPrivacyPolicy = privacyPolicy
  .replace(
    '- the payment provider that takes your payment;',
    '- the payment provider that takes your payment;\n- Pagewise, Inc., which suggests books to you from what you ordered, if you agree to it;',
  )
  .replace(
    'for as long as you have an account.',
    'for as long as you have an account. Suggestions are forgotten after twelve months.',
  )
