/** The page that shows the document: Swagger UI from this server's own disk, so that it works without internet. */
import { type RequestHandler, Router } from 'express';
import swaggerUi from 'swagger-ui-express';
import { docsHeaders } from '../security/headers.ts';

export function docsPage(documentUrl: string): Router {
  const router = Router();
  router.use(docsHeaders, withTrailingSlash);
  router.use(swaggerUi.serve);
  router.get(
    '/',
    swaggerUi.setup(undefined, {
      customSiteTitle: '建园 Jianyuan API',
      swaggerUrl: documentUrl,
      swaggerOptions: {
        url: documentUrl,
        // The default asks a service on the internet about this document.
        validatorUrl: null,
        docExpansion: 'list',
        defaultModelsExpandDepth: 0,
      },
      customCss: '.swagger-ui .topbar { display: none }',
    }),
  );
  return router;
}

/** Its parts are named relative to the page: without the slash they would be looked for one level up. */
const withTrailingSlash: RequestHandler = (request, response, next) => {
  if (request.originalUrl.split('?', 1)[0] === request.baseUrl) response.redirect(301, `${request.baseUrl}/`);
  else next();
};
