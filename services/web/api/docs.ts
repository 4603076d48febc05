/** The documentation of the API: the document for programs, and the page that draws it. */
import { z } from 'zod'
import { assetPath } from '../routes/assets.ts'
import { type Route, route } from '../routes/route.ts'
import { json } from './answers.ts'
import { openApiOf } from './openapi.ts'

const READ = { method: 'GET', permission: 'figures_read', scope: 'none' } as const
const tags = ['documentation']

/** swagger-ui is a script and has its icons as `data:`; this page alone may. Nothing comes from elsewhere. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

function html(): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>API of Avesqo meeting analytics</title>
<link rel="icon" href="${assetPath('favicon.svg')}">
<link rel="stylesheet" href="${assetPath('swagger-ui.css')}">
</head>
<body>
<div id="reader"></div>
<noscript><p>This page needs scripts. The same is in <a href="/api/openapi.json">openapi.json</a>.</p></noscript>
<script src="${assetPath('swagger-ui-bundle.js')}"></script>
<script src="${assetPath('docs.js')}"></script>
</body>
</html>
`
}

/** @param described the routes of which the document tells, besides these two */
export function docsRoutes(described: readonly Route[]): readonly Route[] {
  const routes: readonly Route[] = [
    route({
      ...READ,
      url: '/api/openapi.json',
      query: z.strictObject({}),
      docs: {
        operationId: 'getOpenApi',
        summary: 'This document',
        description: 'OpenAPI 3.1.',
        tags,
        media: ['application/json'],
      },
      handler: () => json(document),
    }),
    route({
      ...READ,
      url: '/api/docs',
      query: z.strictObject({}),
      docs: {
        operationId: 'getDocs',
        summary: 'This document, to read',
        description: 'For whoever is signed in; without scripts read `/api/openapi.json`.',
        tags,
        media: ['text/html'],
      },
      handler: () => ({ type: 'page', html: html(), policy: POLICY }),
    }),
  ]
  const document = openApiOf([...described, ...routes])
  return routes
}
