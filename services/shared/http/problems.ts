/**
 * Answers to requests that fail: RFC 9457 problems with a code of `services/shared/errors` and nothing of the request
 * in them, whoever found the fault: we, Fastify, or Node's parser before there was a request.
 */
import type { FastifyReply } from 'fastify'
import { AppError, ERRORS, type ErrorCode } from '../errors.ts'

export const PROBLEM_TYPE = 'application/problem+json'

/** The JSON text of a problem. @param parameter name of ours of what was wrong in the query; nothing of the request */
export function problemOf(code: ErrorCode, parameter?: string): string {
  const { status, title } = ERRORS[code]
  return JSON.stringify({ type: `urn:avesqo:problem:${code}`, title, status, code, parameter })
}

/**
 * Answers with a problem.
 *
 * @param retryAfterS seconds after which the sender may try again, for 429 and 503
 * @param parameter as of `problemOf`
 */
export function sendProblem(
  reply: FastifyReply,
  code: ErrorCode,
  retryAfterS?: number,
  parameter?: string,
): FastifyReply {
  if (retryAfterS !== undefined) void reply.header('retry-after', String(retryAfterS))
  return reply.code(ERRORS[code].status).type(PROBLEM_TYPE).send(problemOf(code, parameter))
}

/** Errors of Fastify and of Node's HTTP parser by their `code`; anything else with a code is a fault of ours. */
const FOREIGN: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_BAD_URL: 'bad_request',
  FST_ERR_MAX_PARAM_LENGTH: 'uri_too_long',
  FST_ERR_ROUTE_MISSING_CONTENT_TYPE: 'bad_request',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'bad_request',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'bad_request',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'body_invalid',
  FST_ERR_CTP_INVALID_JSON_BODY: 'body_invalid',
  FST_ERR_NOT_FOUND: 'not_found',
  FST_ERR_HANDLER_TIMEOUT: 'unavailable',
  ERR_HTTP_REQUEST_TIMEOUT: 'request_timeout',
  HPE_HEADER_OVERFLOW: 'headers_too_large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'headers_too_large',
  ECONNRESET: 'bad_request',
}

/** The code that stands for an error, ours or foreign. What is not in the table is `internal`. */
export function codeOf(error: unknown): ErrorCode {
  if (error instanceof AppError) return error.code
  if (typeof error !== 'object' || error === null || !('code' in error) || typeof error.code !== 'string') {
    return 'internal'
  }
  return FOREIGN[error.code] ?? 'internal'
}

/** The code for bytes that are no HTTP request (`clientError` of node:http). */
export function wireCodeOf(error: unknown): ErrorCode {
  const code = codeOf(error)
  return code === 'internal' ? 'bad_request' : code
}
