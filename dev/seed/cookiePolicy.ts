/** The cookie policy of the demo's bookshop, as plain text; written for this demo. */
export const cookiePolicy = `Cookie Policy

Harborlight Books keeps small files, called cookies, in your browser.

Which cookies we use

- one that remembers your basket;
- one that remembers your answer about suggestions.

Changes to this policy

We announce a material change of this policy on our homepage at least fifteen (15) days before it takes effect. Where the security of our shop is at stake, a change may come sooner.

Contact

Write to privacy@harborlight.example.
`

/** A change that cannot wait, with what an editor overlooked in it. */
export const urgentCookiePolicy = cookiePolicy
  .replace('Cookie Policy\n', 'Cookie Policy\n\nEffective December 1, 2026\n')
  .replace(
    '- one that remembers your answer about suggestions.',
    '- one that remembers your answer about suggestions;\n- one that tells people from programs when you log in, since passwords are being tried out.',
  )
  .replace('privacy@harborlight.example', 'privacy@harborlight example')
