import { withPayload } from '@payloadcms/next/withPayload'
import { fileURLToPath } from 'node:url'

/** @type {import('next').NextConfig} */
const config = {
  devIndicators: false,
  // Browser tests run beside a demo that is open.
  distDir: process.env.DEMO_DIST_DIR ?? '.next',
  // The plugin's sources lie beside this folder.
  turbopack: { root: fileURLToPath(new URL('..', import.meta.url)) },
}

export default withPayload(config)
