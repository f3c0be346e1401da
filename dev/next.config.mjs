import { withPayload } from '@payloadcms/next/withPayload'
import { fileURLToPath } from 'node:url'

/** @type {import('next').NextConfig} */
const config = {
  devIndicators: false,
  // The plugin's sources lie beside this folder.
  turbopack: { root: fileURLToPath(new URL('..', import.meta.url)) },
}

export default withPayload(config)
