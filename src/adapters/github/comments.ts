import type { Redacted } from '../../domain/redacted.ts';
import { SluiceError } from '../../errors.ts';
import type { Call } from './client.ts';
import type { Fields } from './decode.ts';
import type { Site } from './site.ts';

const longestBody = 65_536;
const needs = 'pull-requests: write';

export type OwnComment = {
  readonly number: number;
  /** How our comment begins, and nobody else's that counts. */
  readonly marker: string;
  readonly body: Redacted;
};

/** Writes our one comment: edits it where it differs, makes it where there is none. */
export async function writeComment(site: Site, comment: OwnComment): Promise<void> {
  refuseUnwritable(comment);
  if (await isUpToDate(site, comment)) return;
  try {
    await site.client.ask(creation(site, comment));
  } catch (failure) {
    if (!(failure instanceof SluiceError) || failure.code !== 'host/unreachable') throw failure;
    // The answer may be lost and the comment written: two of them would contradict each other.
    if (!(await isUpToDate(site, comment))) throw failure;
  }
}

function refuseUnwritable({ body, marker }: OwnComment): void {
  if (marker === '' || !body.startsWith(marker))
    throw new SluiceError(
      'internal/bug',
      'A comment without its marker was to be written. It could never be found again, so it is not written. Report it.',
    );
  if (body.length > longestBody)
    throw new SluiceError(
      'host/refused',
      `The comment has ${body.length} characters, and GitHub takes ${longestBody}. It is not written, since a cut one could hide what matters. Read the summary of the run instead.`,
    );
}

/** Whether our comment is there; when it says something else, it is edited. */
async function isUpToDate(site: Site, comment: OwnComment): Promise<boolean> {
  const ours = await findOurs(site, comment);
  if (ours === undefined) return false;
  if (toComparable(ours.text('body')) === toComparable(comment.body)) return true;
  await site.client.ask({
    route: 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
    parameters: { ...site.place, comment_id: ours.number('id'), body: comment.body },
    purpose: 'edit the comment on the pull request',
    needs,
  });
  return true;
}

/** Anybody can write the marker: only the account's id tells that a comment is ours. */
async function findOurs(site: Site, { number, marker }: OwnComment): Promise<Fields | undefined> {
  const pages = site.client.pages({
    route: 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
    parameters: { ...site.place, issue_number: number },
    purpose: 'read the comments on the pull request',
    needs,
  });
  for await (const page of pages) {
    const ours = page.find(
      (item) =>
        item.nullableFields('user')?.number('id') === site.accountId &&
        item.optionalText('body')?.startsWith(marker) === true,
    );
    if (ours !== undefined) return ours;
  }
  return undefined;
}

/** GitHub may give line ends back in another form. */
function toComparable(body: string): string {
  return body.replaceAll('\r\n', '\n').trimEnd();
}

function creation(site: Site, { number, body }: OwnComment): Call {
  return {
    route: 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
    // Never tried again blindly: each try that got through would be one comment more.
    parameters: { ...site.place, issue_number: number, body, request: { retries: 0 } },
    purpose: 'write the comment on the pull request',
    needs,
  };
}
