// @ts-check
import express from 'express';

const asked = (/** @type {unknown} */ attributes) =>
  Array.isArray(attributes) ? ['schemas', ...attributes] : attributes;

/** @param {import('express').Request} request @param {unknown} _response @param {() => void} next */
function repair(request, _response, next) {
  const query = { ...request.query };
  if (typeof query['attributes'] === 'string') query['attributes'] = `schemas,${query['attributes']}`;
  Object.defineProperty(request, 'query', { value: query });
  if (request.body) request.body.attributes = asked(request.body.attributes);
  next();
}

/**
 * Two repairs before the library's routers, found by running them:
 * 1. scimmy 1.3 fails (400) when `attributes` is given without `schemas` for a user who has an extension; RFC 7643 §3 wants `schemas` in
 *    every answer anyway.
 * 2. scimmy-routers 1.3 writes the parsed `count` and `startIndex` back into `request.query`, which Express 5 computes anew at every read:
 *    without this they would be ignored.
 */
export const edges = [express.json({ type: ['application/scim+json', 'application/json'] }), repair];
