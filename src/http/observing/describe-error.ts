/** An error for the log: enough to find the fault, without the data that it happened on. */

export interface ErrorDescription {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  /** Where, without the message that heads a stack. */
  readonly stack: readonly string[];
  readonly cause?: ErrorDescription;
}

/** Longer messages tend to quote what they failed on. */
const MESSAGE_LENGTH = 300;
const FRAMES = 12;

export function describeError(error: unknown): ErrorDescription {
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an Error', stack: [] };
  const code: unknown = Reflect.get(error, 'code');
  return {
    type: error.name,
    message: withoutData(error.message),
    ...(typeof code === 'string' ? { code } : {}),
    stack: framesOf(error),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}

/** A failed statement of the database names its parameters on the lines after the first: whole records. */
function withoutData(message: string): string {
  const [first = ''] = message.split('\n', 1);
  return first.slice(0, MESSAGE_LENGTH);
}

function framesOf({ stack = '' }: Error): string[] {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /u.test(line))
    .slice(0, FRAMES)
    .map((line) => line.trim());
}
