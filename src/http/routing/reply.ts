/** What a route answers. */
export interface Reply<Answer> {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly content:
    | { readonly json: Answer }
    /** Ready to be sent; `media` with its charset. */
    | { readonly media: string; readonly bytes: Uint8Array }
    /** Made while it is sent. */
    | { readonly media: string; readonly pieces: AsyncIterable<string> };
}

export function json<Answer>(
  answer: Answer,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Reply<Answer> {
  return { status, headers, content: { json: answer } };
}

/** Something was made (201) or started (202); `location` is where it is. */
export function located<Answer>(answer: Answer, status: 200 | 201 | 202, location: string): Reply<Answer> {
  return json(answer, status, { Location: location });
}

export function file(
  media: string,
  bytes: Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): Reply<never> {
  return { status: 200, headers, content: { media, bytes } };
}

export function streamed(
  media: string,
  pieces: AsyncIterable<string>,
  headers: Readonly<Record<string, string>> = {},
): Reply<never> {
  return { status: 200, headers, content: { media, pieces } };
}
