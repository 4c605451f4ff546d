import type { RequestHandler } from 'express';

const TAKEN = ['GET', 'HEAD', 'POST'];
/** The other methods of RFC 9110 are known, and not taken by anything here. */
const KNOWN = ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT'];

/** Answers for the methods that no address here takes. */
export const methods: RequestHandler = (req, res, next) => {
  if (TAKEN.includes(req.method)) return next();
  res.status(KNOWN.includes(req.method) ? 405 : 501).set('Allow', TAKEN.join(', '));
  res.type('text').send('Octavo answers GET, HEAD and POST.');
};
