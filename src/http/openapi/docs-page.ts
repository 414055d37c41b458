/** The page that shows the document: Swagger UI from this server's own disk, so that it works without internet. */
import { Router } from 'express';
import swaggerUi from 'swagger-ui-express';
import { docsHeaders } from '../security/headers.ts';

export function docsPage(documentUrl: string): Router {
  const router = Router();
  // The assets are served by express.static, which redirects /docs to /docs/: the page names its parts relative to that.
  router.use(docsHeaders, swaggerUi.serve);
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

/** Who opens the address that the start prints finds what there is to see. */
export function frontDoor(to: string): Router {
  return Router().get('/', (_request, response) => response.redirect(to));
}
