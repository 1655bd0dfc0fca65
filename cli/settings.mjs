// How TypeScript becomes the code that users run: for `bundle.mjs`, and for benches, which measure what was made the same way.
export const SETTINGS = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  jsx: 'automatic',
  // Machine code: it stays where npm put the build for this machine.
  external: ['@resvg/resvg-js'],
  // CommonJS packages inside call require() for Node's own modules; an ES module has none of its own.
  banner: { js: "import { createRequire as winsetRequire } from 'node:module';\nconst require = winsetRequire(import.meta.url);" },
  // React's development build is slower and leaves performance entries behind.
  define: { 'process.env.NODE_ENV': '"production"' },
  legalComments: 'none',
  logLevel: 'warning',
};
