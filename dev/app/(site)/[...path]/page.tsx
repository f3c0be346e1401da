import { notFound } from 'next/navigation.js'

/** Any other address gets the site's own not-found page, in the site's layout. */
const AnyOther = () => notFound()

export default AnyOther
