/** An answer of GitHub that says no. */
export class HttpProblem extends Error {
  readonly status: number;
  readonly errors: readonly unknown[] | undefined;

  constructor(status: number, message: string, errors?: readonly unknown[]) {
    super(message);
    this.status = status;
    this.errors = errors;
  }
}

export function notFound(): HttpProblem {
  return new HttpProblem(404, 'Not Found');
}

/** The general form of 422: `errors` says what. */
export function invalid(error: unknown): HttpProblem {
  return new HttpProblem(422, 'Validation Failed', [error]);
}
