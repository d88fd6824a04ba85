const longestRequest = 30_000;
/** A hundred comments of full length and their markup; no answer that we read is larger. */
const longestAnswer = 32 * 1024 * 1024;

/** A fetch that ends: by the signal, after 30 seconds, or when the answer is too large to be one. */
export function fetchWithin(signal: AbortSignal) {
  return async (url: string, init: RequestInit): Promise<Response> => {
    const bounds = AbortSignal.any([signal, AbortSignal.timeout(longestRequest)]);
    const response = await fetch(url, { ...init, redirect: 'manual', signal: bounds });
    // Octokit takes a body that breaks off for an empty one; here it is a failure like any other.
    const body = await readBody(response);
    return new Response(mayHaveBody(response.status) ? body : null, {
      status: response.status,
      headers: response.headers,
    });
  };
}

async function readBody(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > longestAnswer) throw new RangeError('The answer is too large.');
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function mayHaveBody(status: number): boolean {
  return status !== 204 && status !== 205 && status !== 304;
}
