import { codes } from '../errors.ts';
import type { SluiceError } from '../errors.ts';
import { codeBlock, sealJson, sealMarkdown, visibleLines } from '../report/redact.ts';
import type { ActionResult } from './action-command.ts';

/** A failure as a result: it refuses. The message may quote the change, so the log has the code only. */
export function toFailedResult(error: SluiceError): ActionResult {
  const { code } = error;
  const { means, fix } = codes[code];
  const message = visibleLines(error.message).join('\n');
  const block = codeBlock(`${message}\n  ${code}: ${means}\n  ${fix}`, 'text');
  return {
    exitCode: 1,
    outputs: { decision: 'deny' },
    summary: sealMarkdown(`## Sluice\n\n${block}`),
    report: sealJson({ version: 1, error: { code, message: error.message, fix } }),
    notice: `Sluice could not decide, so nothing is allowed. ${code}: ${fix}`,
  };
}
